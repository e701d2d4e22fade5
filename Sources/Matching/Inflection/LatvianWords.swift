/// Words that tell how a Latvian name of several words declines.
enum LatvianWords {
    /// From one of these on nothing declines: `Nams pie Jūras`, `Pie Kamīna`.
    static let prepositions: Set = [
        "aiz", "ap", "ar", "bez", "kā", "līdz", "no", "pa", "par", "pēc", "pie", "pirms", "pret",
        "starp", "uz", "virs", "zem",
    ]
    /// Whether a word tells what kind of business or place a name is of: the name behind it stays.
    static func isKind(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        return kinds.contains(lowercased)
            || lowercased.count > 6
                && ["nīca", "tava", "tuve"].contains(where: lowercased.hasSuffix)
    }

    /// What several of a family are to each other: their surname stands in the plural too.
    static let kin: Set = ["brāļi", "māsas", "dvīņi"]
    /// Whether a word is the genitive of a masculine, and no name of a woman, for which it could be taken by
    /// its look: what something is made of, or where it is.
    ///
    /// Pet names such as Taņa are shorter than those that end so.
    static func isGenitiveOfThing(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        return genitives.contains(lowercased)
            || lowercased.count > 4 && ["ņa", "ļa", "ča"].contains(where: lowercased.hasSuffix)
    }

    /// Everyday words in `-ija` and `-eja` that a name in `-ia` or `-ea` may sound like: without accents, as
    /// such a name has none, and as many type them.
    static let nounsInJa = set(
        """
        akademija alegorija aleja alergija amnestija analogija anatomija anglija anomalija
        antologija armija arterija artilerija astrologija astronomija australija austrija
        autonomija avarija azalija bakterija baterija begonija bibelija biografija biologija
        demokratija depresija dinastija diplomatija diskusija dizenterija eiforija ekologija
        ekonomija ekskursija emisija empatija energija epidemija epopeja familija fantazija
        farmakologija filharmonija filozofija fiziologija folija fotografija galanterija
        galerija garantija gerilja gildija gvardija harmonija hegemonija historija homeopatija
        hortenzija ideja ideologija indija industrija ironija italija julija junija kaligrafija
        kategorija kavalerija kimija kolegija kolizija kolonija komedija komisija kompanija
        kopija latvija legija lilija linija loterija magija magnolija manija materija medija
        melodija metodologija misija mitologija monarhija mumija nostalgija odiseja orgija
        orhideja parodija partija pelargonija pensija peonija petunija poezija premija profesija
        psihologija rapsodija religija relikvija revizija rezija serija sesija simetrija
        simfonija simpatija sinergija spanija strategija studija tehnologija telefonija
        televizija teologija teorija terapija teritorija tragedija trilogija trofeja utopija
        versija vizija zoologija
        """)

    private static let genitives = set(
        """
        amata atbalsta avota bērna bruņinieka ceļa ciema darba dārza dzintara ezera gaisa galda
        groza horizonta jāņa kalna kapitāla karoga koka krasta kroga laika lauka lāča loga māla
        meža miera nama novada pagasta parka pasta piena porcelāna prieka putna rīta rubīna
        sidraba siera siltuma sniega spēka stikla stila sudraba svina šarma tērauda tilta vakara
        vara vaska veikala vēja zelta zieda zirga žurnāla
        """)

    private static let kinds = set(
        """
        aģentūra aptieka apvienība autoosta autosalons avīze banka bārs beķereja biedrība bistro
        burgernīca centrs darbnīca doktorāts ēdnīca festivāls firma fonds frizētava galerija
        grāmatnīca grupa izdevniecība kafejnīca kino kinoteātris klīnika klubs komanda koncerns
        koncertzāle konditoreja krogs kompānija laikraksts lielveikals lidosta maiznīca muiža muzejs
        nams partija parks pasts picērija portāls radio raidījums restorāns rūpnīca salons skola
        slimnīca stacija studija teātris uzņēmums universitāte veikals viesnīca žurnāls
        """)
    /// The given names of women, by which a person is told from what belongs to a man: `Zane Liepa`, but
    /// `Prāta Liepa`.
    static let womenNames = set(
        """
        agnese agnija agrita aiga aija aina airita aiva aivita alina alise alla alīna amanda ance
        anda andra aneta anete anita anna annija antra antonija ārija arta asnāte astra astrīda
        austra baiba beāte benita biruta brigita dace daiga daina dārta diana digna dina dita dzidra
        dzintra egija egita eiženija ela elīna elina elita eliza elizabete elza emīlija emma ērika
        estere eva evelīna evija evita gita gundega gunita gunta helēna ieva ilga ilona ilze ilva
        ilvija ina ināra indra inese ineta inga ingrīda ingūna inguna inita inta irēna irina irma
        iveta ivonna jana jeļena jolanta judīte jūlija justīne karina karīna karlīna katrīna kitija
        klāra kristiāna kristīna kristīne krista ksenija laila laima laine lana larisa lāsma laura
        lelde lība lidija liene lienīte liesma liga līga līva līvija liāna linda loreta lolita
        lūcija ludmila madara maija maiga maira mairita māra marija marta margarita mārīte marika
        marina megija mirdza monika monta nadežda natālija nellija nora oksana olga paula patrīcija
        rasa rasma regīna renāte rita ritma rota rudīte rūta ruta sabīne samanta sandra sanita santa
        sarmīte signe sigita silvija simona sintija skaidrīte solvita sofija stella svetlana taisija
        tamāra tatjana tekla terēze una undīne ursula vaira valda valentīna valērija valija vanda
        velga velta vera veronika vēsma vija viktorija vilma vineta vita viviāna vizma zaiga zane
        zelma zenta zinaida zita zoja evika anastasija angela
        """)

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
