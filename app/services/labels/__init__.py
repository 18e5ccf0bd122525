"""Labels for shelves and goods: drawn on dots, printed on label printers or as sheets."""
