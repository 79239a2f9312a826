"""Places: the gazetteer, the names in an article, what each stands for, and where events took place."""
