"""A second reading beside the frames: a small network that was taught by example which claims a sentence makes."""
