"""The screens of this room: signing in, the own account, the organisation, systems and keys."""
