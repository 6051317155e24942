"""The rules of the accord and the law: pure functions over facts, dates passed in, stdlib only."""
