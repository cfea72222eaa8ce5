"""Turn docs/data/*.yml into the generated parts of the site.

Run `python -m scripts` for the commands; each module here has one job, named by its file.
"""
