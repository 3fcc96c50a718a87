"""The crawl that looks for withheld words in everything that the archive says in public.

`decoding` undoes the disguises, `removed` and `withheld` know what must not be seen, `crawling`
visits every address, `links` finds them, `searching` judges what came back; `generated` makes
archives to try it on and `planting` puts leaks where the crawl has to find them.
"""
