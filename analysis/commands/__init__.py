"""The command line's commands, one module for each thing a person comes to do."""
