"""Values that cross a wall between rooms: immutable, without behaviour that needs the graph."""
