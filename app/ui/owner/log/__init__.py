"""Who did what: leave given, drawers opened, goods taken out, refunds, prices changed."""
