"""What rules come to: the few shapes that nearly all of them share."""
