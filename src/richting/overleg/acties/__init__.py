"""Everything that writes in this room: calling, answering, the agenda, the meeting, the minutes."""
