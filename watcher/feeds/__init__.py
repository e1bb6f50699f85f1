"""Outside sources as blocking functions that know no thread and no Qt."""
