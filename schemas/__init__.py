"""What the data is: one declaration per table, the records that fill them, the code lists."""
