"""How the network that reads beside the frames is taught: passages, what is asked of each, and the teaching itself."""
