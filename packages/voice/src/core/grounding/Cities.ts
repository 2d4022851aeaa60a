/**
 * Cities and regions that a marketing text may name, and what they are called in the languages of `languages/`: in English
 * first, then in German, French, Spanish, Italian, Portuguese, Dutch, Polish and Swedish where that differs. Countries are
 * not here: `Intl` has their names. Used by `Places`.
 */

const table = `Lisbon|Lissabon|Lisbonne|Lisboa|Lisbona|Lizbona
Porto|Oporto
Madrid|Madryt
Barcelona|Barcelone|Barcellona
Seville|Sevilla|Séville|Siviglia|Sevilha|Sewilla
Valencia|Valence|Valência|Walencja
Zaragoza|Saragossa|Saragosse|Saragozza|Saragoça
Granada|Grenade|Grenada
Cordoba|Córdoba|Cordoue|Cordova|Kordowa
Malaga|Málaga
Bilbao|Bilbau
San Sebastian|San Sebastián|Donostia|Saint-Sébastien
Palma|Palma de Mallorca
Mallorca|Majorca|Majorque|Maiorca|Majorka
Ibiza|Eivissa
Catalonia|Katalonien|Catalogne|Cataluña|Catalunya|Catalogna|Catalunha|Catalonië|Katalonia
Andalusia|Andalusien|Andalousie|Andalucía|Andaluzia|Andalusië|Andaluzja|Andalusien
Basque Country|Baskenland|Pays basque|País Vasco|Paesi Baschi|País Basco|Kraj Basków|Baskien
Canary Islands|Kanarische Inseln|Kanaren|Îles Canaries|Canarias|Canarie|Canárias|Canarische Eilanden|Wyspy Kanaryjskie|Kanarieöarna
Coimbra|Coïmbre
Madeira|Madère|Madera
Azores|Azoren|Açores|Azzorre|Azory|Azorerna
Paris|París|Parigi|Parijs|Paryż
Marseille|Marseilles|Marsella|Marsiglia|Marselha|Marsylia
Lyon|Lyons|Lione|Lião
Nice|Nizza|Niza|Nicea
Bordeaux|Burdeos
Strasbourg|Straßburg|Estrasburgo|Strasburgo|Straatsburg|Strasburg
Toulouse|Tolosa|Tuluza
Lille|Rijsel
Avignon|Aviñón|Avignone|Awinion
Cannes
Nantes
Corsica|Korsika|Corse|Córcega|Córsega|Korsyka
Brittany|Bretagne|Bretaña|Bretagna|Bretanha|Bretania
Normandy|Normandie|Normandía|Normandia|Normandië
Provence|Provenza|Provença|Prowansja
Burgundy|Burgund|Bourgogne|Borgoña|Borgogna|Borgonha|Bourgondië|Burgundia
Rome|Rom|Roma|Rzym
Milan|Mailand|Milán|Milano|Milão|Milaan|Mediolan
Venice|Venedig|Venise|Venecia|Venezia|Veneza|Venetië|Wenecja
Florence|Florenz|Florencia|Firenze|Florença|Florencja
Naples|Neapel|Nápoles|Napoli|Napels|Neapol
Turin|Turín|Torino|Turim|Turijn|Turyn
Genoa|Genua|Gênes|Génova|Genova
Bologna|Bologne|Bolonia|Bolonha
Palermo|Palerme
Verona|Vérone|Werona
Padua|Padoue|Padova|Pádua|Padwa
Pisa|Pise|Piza
Siena|Sienne
Syracuse|Syrakus|Siracusa
Trieste|Triest|Triest
Bergamo|Bergame|Bérgamo
Bolzano|Bozen
Sicily|Sizilien|Sicile|Sicilia|Sicília|Sicilië|Sycylia|Sicilien
Sardinia|Sardinien|Sardaigne|Cerdeña|Sardegna|Sardenha|Sardinië|Sardynia
Tuscany|Toskana|Toscane|Toscana|Toskania
Berlin|Berlín|Berlino|Berlim|Berlijn
Munich|München|Múnich|Monaco di Baviera|Munique|Monachium
Cologne|Köln|Colonia|Colônia|Colónia|Keulen|Kolonia
Hamburg|Hambourg|Hamburgo|Amburgo
Frankfurt|Francfort|Fráncfort|Francoforte|Frankfort
Nuremberg|Nürnberg|Núremberg|Norimberga|Nuremberga|Neurenberg|Norymberga
Stuttgart|Stoccarda|Estugarda
Dusseldorf|Düsseldorf
Dresden|Dresde|Dresda|Drezno
Leipzig|Lipsia|Lipsk
Hanover|Hannover|Hanovre|Hanower
Bremen|Brême|Brema
Mainz|Mayence|Maguncia|Magonza|Mogúncia|Moguncja
Aachen|Aix-la-Chapelle|Aquisgrán|Aquisgrana|Aken|Akwizgran
Freiburg|Fribourg|Friburgo
Regensburg|Ratisbonne|Ratisbona|Ratyzbona
Bavaria|Bayern|Bavière|Baviera|Beieren|Bawaria
Saxony|Sachsen|Saxe|Sajonia|Sassonia|Saxônia|Saksen|Saksonia
Black Forest|Schwarzwald|Forêt-Noire|Selva Negra|Foresta Nera|Floresta Negra|Zwarte Woud|Schwarzwald
Vienna|Wien|Vienne|Viena|Wenen|Wiedeń
Salzburg|Salzbourg|Salzburgo|Salisburgo
Innsbruck
Graz
Linz
Tyrol|Tirol|Tirolo
Zurich|Zürich|Zúrich|Zurigo|Zurique|Zurych
Geneva|Genf|Genève|Ginebra|Ginevra|Genebra|Genewa
Basel|Bâle|Basilea|Basileia|Bazel|Bazylea
Bern|Berne|Berna|Berno
Lausanne|Losanna|Lausana|Lozanna
Lucerne|Luzern|Lucerna|Lucerna
Lugano
Brussels|Brüssel|Bruxelles|Bruselas|Bruxelas|Brussel|Bruksela|Bryssel
Antwerp|Antwerpen|Anvers|Amberes|Anversa|Antuérpia|Antwerpia
Ghent|Gent|Gand|Gante|Gandawa
Bruges|Brügge|Brujas|Brugge|Brugia
Liège|Lüttich|Lieja|Liegi|Luik
Flanders|Flandern|Flandre|Flandes|Fiandre|Flandres|Vlaanderen|Flandria
Amsterdam|Ámsterdam|Amsterdão|Amsterdã
The Hague|Den Haag|La Haye|La Haya|L'Aia|Haia|Haga|Haag
Rotterdam|Róterdam|Roterdão|Roterdã
Utrecht
Eindhoven
Maastricht
Luxembourg|Luxemburg|Luxemburgo|Lussemburgo|Luksemburg
London|Londres|Londra|Londen|Londyn
Edinburgh|Édimbourg|Edimburgo|Edynburg
Manchester
Oxford
Cambridge
Cornwall|Cornouailles|Cornualles|Cornovaglia|Cornualha|Kornwalia
Dublin|Dublín|Dublino|Dublim
Cork
Warsaw|Warschau|Varsovie|Varsovia|Varsavia|Varsóvia|Warszawa
Krakow|Cracow|Krakau|Cracovie|Cracovia|Cracóvia|Kraków
Gdansk|Gdańsk|Danzig|Dantzig|Danzica
Wroclaw|Wrocław|Breslau|Breslavia
Poznan|Poznań|Posen
Lodz|Łódź
Szczecin|Stettin|Stettino
Katowice|Kattowitz
Lublin
Silesia|Schlesien|Silésie|Slesia|Silésia|Silezië|Śląsk
Prague|Prag|Praga|Praag
Brno|Brünn
Bratislava|Pressburg|Bratysława
Budapest|Budapeszt|Budapeste
Bucharest|Bukarest|Bucarest|Bucareste|Boekarest|Bukareszt
Sofia|Sofía|Sófia
Belgrade|Belgrad|Belgrado
Zagreb|Zagreb|Zagabria|Zagrzeb
Ljubljana|Laibach|Lubiana|Liubliana|Lublana
Dubrovnik|Ragusa|Dubrownik
Split|Spalato
Athens|Athen|Athènes|Atenas|Atene|Athene|Ateny|Aten
Thessaloniki|Thessalonique|Salónica|Salonicco|Salonica|Saloniki
Crete|Kreta|Crète|Creta
Rhodes|Rhodos|Rodas|Rodi|Rodos
Corfu|Korfu|Corfou|Corfú
Istanbul|Estambul|Istambul|Stambuł
Ankara|Ancara
Kyiv|Kiev|Kiew|Kijów|Kiova
Lviv|Lemberg|Leopol|Lwów
Moscow|Moskau|Moscou|Moscú|Mosca|Moscovo|Moskou|Moskwa|Moskva
St Petersburg|St. Petersburg|Saint Petersburg|Sankt Petersburg|Saint-Pétersbourg|San Petersburgo|San Pietroburgo|São Petersburgo|Sint-Petersburg|Petersburg
Vilnius|Wilna|Wilno
Riga|Ryga
Tallinn|Tallin|Reval
Helsinki|Helsingfors|Helsinque|Helsínquia
Stockholm|Estocolmo|Stoccolma|Sztokholm
Gothenburg|Göteborg|Gotemburgo
Malmo|Malmö
Copenhagen|Kopenhagen|Copenhague|Copenaghen|Kopenhaga|Köpenhamn|København
Oslo
Bergen
Reykjavik|Reykjavík|Reikiavik|Reiquiavique|Rejkiawik|Reykjavik
Scandinavia|Skandinavien|Scandinavie|Escandinavia|Escandinávia|Scandinavië|Skandynawia
Lapland|Lappland|Laponie|Laponia|Lapponia|Lapônia|Laponia
New York|Nueva York|Nova Iorque|Nova York|Nowy Jork
Los Angeles|Los Ángeles
San Francisco|São Francisco
Chicago|Chicago
Boston
Seattle
Miami
New Orleans|La Nouvelle-Orléans|Nueva Orleans|Nova Orleães|Nowy Orlean
Philadelphia|Philadelphie|Filadelfia|Filadélfia
California|Kalifornien|Californie|Califórnia|Californië|Kalifornia
Florida|Floride|Floryda|Flórida
Texas|Tejas|Teksas
Hawaii|Hawái|Hawaje
Toronto
Montreal|Montréal|Montreal
Vancouver
Quebec|Québec|Quebeque
Mexico City|Mexiko-Stadt|Mexico|Ciudad de México|Città del Messico|Cidade do México|Mexico-Stad|Meksyk|Mexico City
Havana|Havanna|La Havane|La Habana|L'Avana|Hawana
Buenos Aires
Rio de Janeiro|Río de Janeiro
Sao Paulo|São Paulo
Brasilia|Brasília
Bogota|Bogotá
Lima
Santiago|Santiago de Chile
Tokyo|Tokio|Tóquio
Kyoto|Kioto|Quioto
Osaka
Beijing|Peking|Pékin|Pekín|Pechino|Pequim|Pekin
Shanghai|Shanghái|Xangai|Szanghaj
Hong Kong|Hongkong
Seoul|Séoul|Seúl|Seul|Seoel
Singapore|Singapur|Singapour|Singapura|Singapur
Bangkok|Banguecoque
Hanoi|Hanói|Hanoï
Delhi|Nueva Delhi|New Delhi|Neu-Delhi|Nova Deli|Nuova Delhi
Mumbai|Bombay|Bombaim|Bombaj
Dubai|Dubái|Dubaï|Dubaj
Jerusalem|Jérusalem|Jerusalén|Gerusalemme|Jerusalém|Jeruzalem|Jerozolima
Tel Aviv|Tel Aviv-Jaffa|Tel-Aviv|Tel Awiw
Cairo|Kairo|Le Caire|El Cairo|Il Cairo|Caïro|Kair
Marrakesh|Marrakech|Marrakesch|Marraquexe|Marrakesz
Casablanca|Kasablanka
Tunis|Túnez|Tunisi|Tunes
Algiers|Algier|Alger|Argel|Algeri
Cape Town|Kapstadt|Le Cap|Ciudad del Cabo|Città del Capo|Cidade do Cabo|Kaapstad|Kapsztad|Kapstaden
Nairobi|Nairóbi
Sydney|Sídney
Melbourne
Alps|Alpen|Alpes|Alpi|Alpy|Alperna
Mediterranean|Mittelmeer|Méditerranée|Mediterráneo|Mediterraneo|Mediterrâneo|Middellandse Zee|Morze Śródziemne|Medelhavet
Europe|Europa|Europa
Asia|Asien|Asie|Ásia|Azië|Azja
Africa|Afrika|Afrique|África|Afryka
America|Amerika|Amérique|América|Ameryka`

/** Each with all that it is called. */
export const cities: ReadonlyArray<ReadonlyArray<string>> = table.split("\n").map((line) => line.split("|"))
