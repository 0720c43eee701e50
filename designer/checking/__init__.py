"""The workings of `ketjupaja check`: which files, asked how, told how."""
