"""Small widgets that several workspaces use."""
