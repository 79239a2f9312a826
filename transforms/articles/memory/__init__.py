"""Site memory: lines that repeat over many pages of one site, learnt from stored articles and taken out of new ones."""
