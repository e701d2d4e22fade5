/// Words whose look misleads, or tells too little, of how a name of several words declines.
enum PolishWords {
    /// Stems of the adjectives that stand in names most; in a name they are hardly anything else.
    static let adjectiveStems = set(
        """
        najlepsz lepsz now star młod mał duż wielk biał czarn złot srebrn zielon czerwon niebiesk
        żółt szar brązow różow fioletow błękitn rud siw dobr wesoł smutn słodk gorzk kwaśn słon ostr
        śwież zdrow mocn siln szybk woln lekk ciężk tward miękk ciepł zimn gorąc chłodn such mokr
        czyst brudn jasn ciemn dojrzał piękn ładn pyszn smaczn domow leśn górsk morsk wodn polsk
        narodow miejsk wiejsk królewsk rodzinn własn prost krzyw okrągł pełn pust wysok nisk dług
        krótk szerok wąsk grub cienk głębok płytk gęst rzadk cich głośn spokojn dzik święt mił bogat
        ubog skromn dumn wiern prawdziw żyw chud mądr sprytn dzieln chytr zwinn szlachetn wieczn
        dawn pierwsz drug czwart piąt szóst siódm ósm dziewiąt dziesiąt zwykł ważn główn wspaniał
        cudown magiczn zaczarowan zgubion ukryt cał kolorow zimow wiosenn jesienn nocn boż zdroj
        śliczn szczęśliw radosn pachnąc puszyst kręt ręczn koleżeńsk sąsiedzk gładk srog tęg prędk
        giętk trzeci tani letni ostatni średni przedni krowi kozi rybi ptasi cierpk brzydk wiotk
        wartk kruch żwaw rześk łagodn ciekaw uczciw psi koci orli sowi
        """)
    /// Nouns that look like adjectives.
    static let nouns = set(
        """
        sowa krowa głowa mowa rozmowa umowa budowa przebudowa połowa podkowa osnowa odnowa wdowa
        dąbrowa deska troska maska łaska kluska wioska miska laska zakąska gęska pluska alaska
        kreska bluszcz macka tacka placka kraina sosna wiosna ściana strona korona żona malina
        rodzina dziewczyna polana śmietana zmiana brama mama lama dama rama plama tama zima żaba
        ryba baba szyba osoba chata data lata herbata wata mata krata tata sałata gazeta kobieta
        planeta rakieta kuweta ciepota robota sobota lipa grupa kula wełna panna wanna manna sarna
        darna urna kolumna trumna studnia kuchnia dnia pochodnia zbrodnia moda woda nagroda jagoda
        broda pogoda uroda zgoda szkoda droga gruda kra chmura góra kora pora sfera kariera opera
        kamera cera wiara miara para kara cegła mgła igła szkoła smoła stodoła kapela skała chwała
        pszczoła strzała łza róża burza kałuża wieża zorza cisza grusza kasza dusza rzesza tęcza
        tarcza zaraza baza faza oaza skaza gaza koza łoza brzoza proza rosa kosa prasa kasa masa
        rasa klasa trasa mucha pociecha zawierucha uciecha strzecha cecha pycha kawa sława trawa
        zabawa uprawa sprawa wyprawa potrawa ława warstwa ustawa oprawa naprawa przyprawa podstawa
        dostawa wystawa zastawa postawa rozprawa iwa oliwa śliwa grzywa pokrzywa niwa wrona zasłona
        osłona ikona tona cysterna tawerna bawełna wojna zebra kobra siostra gitara tiara kłoda
        swoboda metoda gospoda przygoda puszcza flota grota cnota istota ochota kwota nota lista
        pasta kapusta kasta nebraska uczta baszta poczta maszyna środa orkiestra miasta ciasta
        świata łuna morze zboże łoże wybrzeże zaplecze zacisze wnętrze powietrze serce słońce pole
        zdrowie danie śniadanie wydanie ubranie mieszkanie
        """)
    /// What kind of business or place a name is of: what follows it stays, unless it agrees with it.
    static let kinds = set(
        """
        agencja akademia antykwariat apteka atelier bank bar barbershop basen bazar bistro biuro
        blog browar budka burgerownia bułkarnia butik cegielnia centrala centrum cukiernia
        delikatesy dom drogeria drukarnia dworek dwór dworzec dyskoteka ekspres fabryka farma
        festiwal firma folwark fotograf fryzjer fundacja galeria garaż garbarnia gazeta gabinet
        gospoda gospodarstwo grupa hala herbaciarnia hostel hotel huta hurtownia imperium instytut
        jadłodajnia kabaret kancelaria kanał karczma kasyno kawiarnia kebab kino klasztor klinika
        klub klubokawiarnia kompania kopalnia kościół kraina księgarnia królestwo kuchnia kuźnia
        kwiaciarnia lecznica lodziarnia lotnisko magazyn makarony manufaktura masarnia meble młyn
        most motel muzeum naleśnikarnia namiot oberża oddział ogród ognisko osiedle ośrodek pałac
        park parafia partia pasaż pensjonat perfumeria piekarnia pierogarnia pijalnia pizzeria plac
        placówka pole poczta poradnia portal port powozownia pracownia pralnia program projekt
        przedszkole przychodnia pub rada radio restauracja rodzina rynek salon sanatorium schronisko
        seria serwis sieć sklep skład smażalnia spa spiżarnia spółdzielnia stacja stadion stado
        stajnia stocznia stołówka stowarzyszenie stragan studio supermarket szkoła szpital świat
        świetlica taksówki targ tartak tawerna teatr telewizja tłocznia towarzystwo turniej tygodnik
        ulica uniwersytet uzdrowisko warsztat wieża willa winiarnia winnica wydawnictwo
        wypożyczalnia wytwórnia zagroda zajazd zakład zakłady zamek zespół zielarnia żłobek
        """)
    /// Countries whose names are nouns by now, where they stand alone.
    static let countries: Set = ["polska", "wielkopolska", "małopolska"]
    /// Towns that stand behind the name of a club or a fair, and stay there: `Legia Warszawa`.
    static let towns = set(
        """
        białystok bydgoszcz bytom chorzów częstochowa elbląg gdańsk gdynia gliwice gorzów grudziądz
        katowice kielce koszalin kraków legnica leszno lublin łódź nysa olsztyn opole ostrów piła
        płock poznań radom rybnik rzeszów sopot sosnowiec szczecin tarnów toruń tychy warszawa
        wrocław zabrze zamość
        """)
    /// What stands before a name and stays.
    static let prefixes = set(
        """
        super mega eko euro bio moto foto video wideo mini maxi neo tele agro extra ekstra ultra fit
        smart city pro top mister baby food fast open free happy new hot cool net home green red
        blue black big best power express
        """)
    /// Nouns with which the adjectives make names of places of one word: `Białystok`.
    static let placeNouns = [
        "stok", "staw", "dwór", "most", "gród", "bór", "brzeg", "młyn", "targ", "port", "potok",
        "las",
        "kamień", "dom",
    ]

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
