"""The timeline over HTTP: parameters in, pages of kept documents out."""
