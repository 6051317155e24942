"""What the demo writes itself: plans, by the acts of the room `plannen`."""
