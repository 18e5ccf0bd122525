"""The cashier's screens: sale, payment, members, holds, refunds, the drawer and the shift."""
