"""A publication becomes pages: shaping, line breaking, page building. Knows no file format."""
