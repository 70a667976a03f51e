"""What people enter themselves, by name: tables that they have kept, events that the coder missed, corrections."""
