"""How the reader is trained, measured and exported; nothing here runs in the product."""
