"""How complete the pathway is: figures by section and by sector, and what is missing."""
