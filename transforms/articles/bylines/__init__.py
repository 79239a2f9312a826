"""From credits to authors, agencies and places."""
