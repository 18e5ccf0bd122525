"""The sale: from a scanned code to a posted sale, its refund, and everything between."""
