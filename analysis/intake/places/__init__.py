"""Files about the hub's areas: official boundaries, the register of schools, tables of figures."""
