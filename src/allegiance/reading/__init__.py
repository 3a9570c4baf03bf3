"""Document → claims: the only room that imports a parser or a model. Begin with `reader`."""
