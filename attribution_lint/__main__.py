"""python -m attribution_lint"""

from attribution_lint.cli import main

if __name__ == "__main__":
    main()
