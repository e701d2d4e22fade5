import Matching
import Model
import Testing

struct InflectorTests {
    /// Forms that must be made, and forms that must not.
    struct Paradigm: CustomTestStringConvertible {
        let name: String
        let forms: [String]
        let others: [String]

        init(_ name: String, _ forms: String, not others: String = "") {
            self.name = name
            self.forms = Self.list(forms, of: name)
            self.others = Self.list(others, of: name)
        }

        var testDescription: String { name }

        /// Forms are parted by commas where the name has spaces or a hyphen.
        private static func list(_ forms: String, of name: String) -> [String] {
            let isOfSeveral = name.contains(" ") || forms.contains(",")
            return forms.split(separator: isOfSeveral ? "," : " ").map {
                String($0.drop { $0 == " " })
            }
        }
    }

    static let polish = [
        // Feminines in -a: hard, with k, g, ch, r, ł, t, d and groups softened.
        Paradigm(
            "Pszczółka",
            "Pszczółki Pszczółce Pszczółkę Pszczółką Pszczółko Pszczółek Pszczółkom",
            not: "Pszczółky Pszczółkie Pszczółk"),
        Paradigm("Wierzbówka", "Wierzbówki Wierzbówce Wierzbówek"),
        Paradigm("Malwa", "Malwy Malwie Malwę Malwą Malwo Malw", not: "Malwi"),
        Paradigm("Szkoła", "Szkoły Szkole Szkołę Szkół"),
        Paradigm("Droga", "Drogi Drodze Dróg"), Paradigm("Mucha", "Muchy Musze Much"),
        Paradigm("Zorza", "Zorzy Zorzę Zorzą Zorze", not: "Zorzi"),
        Paradigm("Herbata", "Herbaty Herbacie Herbatą"),
        Paradigm("Gwiazda", "Gwiazdy Gwieździe Gwiazd", not: "Gwiazdzie"),
        Paradigm("Wiosna", "Wiosny Wiośnie Wiosen"), Paradigm("Jagoda", "Jagodzie Jagód"),
        Paradigm("Lira", "Liry Lirze Lir"), Paradigm("Meksa", "Meksie Meksą"),
        Paradigm("Zefira", "Zefirze"), Paradigm("Doha", "Dosze Dohy"),
        Paradigm("Noxa", "Noxy Noksy Noksie Noxą"), Paradigm("Pekka", "Pekki Pekce"),
        // Feminines in -a: soft.
        Paradigm("Fala", "Fali Falę Fale Fal", not: "Faly"),
        Paradigm("Kasza", "Kaszy Kaszę", not: "Kaszi"),
        Paradigm("Kolacja", "Kolacji Kolację Kolacje", not: "Kolacj"),
        Paradigm("Szyja", "Szyi Szyję", not: "Szyji"), Paradigm("Idea", "Idei Ideę Ideą"),
        Paradigm("Babcia", "Babci Babcię", not: "Babcii"),
        Paradigm("Lawinia", "Lawinii Lawini Lawinię"), Paradigm("Baria", "Barii", not: "Bari"),
        Paradigm("Nowicka", "Nowickiej Nowicką"), Paradigm("Sokołowa", "Sokołowej Sokołowy"),
        // Feminines that are adjectives, as streets are.
        Paradigm("Długa", "Długiej Długą", not: "Długo Długi Dłudze"),
        Paradigm("Wielka", "Wielkiej Wielką", not: "Wielki Wielce Wielko"),
        Paradigm("Polna", "Polnej Polną"), Paradigm("Letnia", "Letniej Letnią"),
        Paradigm("Wilcza", "Wilczej Wilczą"), Paradigm("Gruszka", "Gruszce", not: "Gruszkiej"),
        Paradigm("Villanca", "Villanki Villankę Villancy"),
        // Feminines in a consonant.
        Paradigm("Jasność", "Jasności Jasnością", not: "Jasnościem"),
        Paradigm("Noc", "Nocy Nocą"), Paradigm("Łódź", "Łodzi Łodzią", not: "Łódzi Łodźą"),
        // Masculines: hard.
        Paradigm(
            "Zefirnet", "Zefirneta Zefirnetu Zefirnetowi Zefirnetem Zefirnecie Zefirnetów",
            not: "Zefirnetie"),
        Paradigm("Kaufmart", "Kaufmartu Kaufmarcie"), Paradigm("Kauflad", "Kaufladzie"),
        Paradigm("Rosman", "Rosmana Rosmanie"), Paradigm("Orlan", "Orlanu Orlanem Orlanie"),
        Paradigm("Bazar", "Bazarze"), Paradigm("Kubeł", "Kubła Kuble"),
        Paradigm("Wyjazd", "Wyjeździe"), Paradigm("Świat", "Świecie Świata"),
        Paradigm("Most", "Moście"), Paradigm("Fajrfoks", "Fajrfoksa Fajrfoksie"),
        Paradigm("Lumex", "Lumeksa Lumeksie Lumexa Lumexem"),
        // Masculines: velar, soft, with a fleeting or changing vowel.
        Paradigm("Sklepik", "Sklepiku Sklepikiem Sklepiki", not: "Sklepikem Sklepice"),
        Paradigm("Orzech", "Orzechu Orzechem", not: "Orzechiem"),
        Paradigm("Ludl", "Ludla Ludlu Ludlem Ludle Ludli", not: "Ludlie"),
        Paradigm("Toruń", "Torunia Toruniu Toruniem", not: "Toruńu"),
        Paradigm("Kosz", "Kosza Koszu Koszem", not: "Koszie"),
        Paradigm("Harvey", "Harveya Harveyem Harveyu"),
        Paradigm("Tymianek", "Tymianku Tymiankiem", not: "Tymianeku"),
        Paradigm("Maciek", "Maćka Maćkiem"), Paradigm("Goniec", "Gońca Gońcem"),
        Paradigm("Grudzień", "Grudnia Grudniem"), Paradigm("Handel", "Handlu Handlem"),
        Paradigm("Krasnów", "Krasnowa Krasnowie", not: "Krasnówa"),
        Paradigm("Twaróg", "Twarogu Twarogiem"), Paradigm("Urząd", "Urzędu Urzędzie"),
        Paradigm("Orzeł", "Orła Orłem Orle", not: "Orzła"),
        // A soft labial.
        Paradigm("Borosław", "Borosławia Borosławiem Borosławiu Borosława Borosławie"),
        Paradigm("Kradom", "Kradomia Kradomiu"), Paradigm("Gołąb", "Gołębia Gołębiem Gołębiu"),
        Paradigm("Żółw", "Żółwia Żółwiem Żółwiu"), Paradigm("Paw", "Pawia Pawiem"),
        Paradigm("Telekom", "Telekomie", not: "Telekomia"),
        // Neuters.
        Paradigm("Mydło", "Mydła Mydłu Mydłem Mydle Mydeł Mydł Mydłom"),
        Paradigm("Jabłko", "Jabłka Jabłkiem Jabłku Jabłek"),
        Paradigm("Studio", "Studia Studiu Studiem Studiów", not: "Studi"),
        Paradigm("Morze", "Morza Morzu Morzem"), Paradigm("Imię", "Imienia Imieniem"),
        Paradigm("Centrum", "Centra Centrów Centrach", not: "Centruma Centruma"),
        // Men in -o.
        Paradigm("Zorbro", "Zorbry Zorbrę Zorbrą"), Paradigm("Krzysio", "Krzysia Krzysiowi"),
        // Adjectives, plurals, names from abroad.
        Paradigm("Wysocki", "Wysockiego Wysockiemu Wysockim", not: "Wysockowi"),
        Paradigm("Nowy", "Nowego Nowym", not: "Nowiego"),
        Paradigm("Delikatesy", "Delikatesów Delikatesom Delikatesach"),
        Paradigm("Borowice", "Borowic Borowicach"), Paradigm("Kielce", "Kielc Kielcach"),
        Paradigm("Podlce", "Podlec Podlcach"), Paradigm("Gaje", "Gajów Gajom Gajach"),
        Paradigm("Lindie", "Lindii Lindiom Lindiach"),
        Paradigm("Opowieści", "Opowieściom Opowieściach", not: "Opowieściego"),
        Paradigm("Orbite", "Orbite'a Orbite'u Orbite'em", not: "Orbita"),
        Paradigm("Orbite", "Orbicie"), Paradigm("oLampe", "oLampe'a oLampe'owi oLampie"),
        Paradigm("Bonifacy", "Bonifacego Bonifacym"),
        Paradigm("Rubby", "Rubby'ego Rubbym"), Paradigm("Belli", "Belliego Bellim"),
        Paradigm("Melange", "Melange'a Melange'u Melange'em", not: "Melangiego"),
        Paradigm("Zdrojskie", "Zdrojskiego Zdrojskiemu Zdrojskim", not: "Zdrojskia"),
        Paradigm("Lully", "Lully'ego Lullym", not: "Lulów Lully'a"),
        Paradigm("Verify", "Verify'ego Verifym"), Paradigm("Kandai", "Kandaia Kandaiem Kandaiu"),
        Paradigm("Bekker's", "Bekkera Bekkerze Bekker'sa"),
        Paradigm("Wiślanin", "Wiślanie Wiślan Wiślanom", not: "Wiślaniny Wiślaninów"),
        Paradigm("Czytanie", "Czytania Czytań"), Paradigm("Grodzisko", "Grodzisk Grodziskiem"),
        Paradigm("Emu", "", not: "Emua"), Paradigm("Zoo", "", not: "Zoa"),
        // Plurals, adjectives and vowels that change.
        Paradigm("Kufel", "Kufla Kuflem Kufle Kufli Kuflom", not: "Kufele"),
        Paradigm("Kufle", "Kufli Kuflom Kuflami Kuflach", not: "Kufle'a"),
        Paradigm("Hostel", "Hostelu Hostele", not: "Hostla"),
        Paradigm("Zefiren", "Zefirena Zefirenie", not: "Zefirna"),
        Paradigm("Zefirger", "Zefirgera", not: "Zefirgra"),
        Paradigm("Jazda", "Jeździe Jazdę", not: "Jaździe"),
        Paradigm("Siostra", "Siostrze Sióstr", not: "Siostr"),
        Paradigm("Dobre", "Dobrego Dobrym Dobrych", not: "Dobrze Dobre'a"),
        Paradigm("Sowa", "Sowy Sowie", not: "Sowej"), Paradigm("Gość", "Gościa", not: "Gością"),
        Paradigm("Sól", "Soli Solą", not: "Sóla"), Paradigm("Mia", "Mii Mię Mią", not: "Mi"),
        Paradigm("Kloe", "", not: "Kloego Kloe'a"), Paradigm("Basia", "Basiu", not: "Basiej"),
        Paradigm("Malicki", "Malickiego Maliccy Malickich"),
        Paradigm("Malickiewicz", "Malickiewicza Malickiewiczowie", not: "Malickiewiczą"),
        Paradigm("Malińska", "Malińskiej Malińską", not: "Malińsce"),
        Paradigm("Rybny", "Rybnego Rybnym Rybnych", not: "Ryben Rybnów Rybny'ego"),
        Paradigm("Oberża", "Oberży Oberżą", not: "Oberżej"),
        Paradigm("Letnisko", "Letniska Letniskiem", not: "Letniskę Letniską"),
        // Places whose two stems decline.
        Paradigm("Białystok", "Białegostoku Białymstoku Białymstokiem", not: "Białystoku"),
        Paradigm("Nowydwór", "Nowegodworu Nowymdworze"),
        Paradigm("Wieszno", "Wiesznie", not: "Wieszźnie"),
        Paradigm("Pokój", "Pokoju", not: "Pokóju"),
        Paradigm("Mieląg", "Mielągu", not: "Mielęgu"), Paradigm("Mąż", "Męża", not: "Mąża"),
        Paradigm("Podlce", "Podlcom", not: "Podlce'a"), Paradigm("Goniec", "Gońcem", not: "Gońcą"),
        Paradigm("Lipica-Zdrój", "Lipicy-Zdroju,Lipicą-Zdrojem", not: "Lipica-Zdroju"),
        // Acronyms, capitals, digits.
        Paradigm("ZKP", "ZKP-u ZKPu ZKP-em ZKP-owi ZKP-ie ZKP-owskie"),
        Paradigm("BUK", "BUK-iem BUK-u", not: "BUK-em"),
        Paradigm("KGH", "KGH-em", not: "KGH-iem"), Paradigm("KoZP", "KoZP-u KoZPu KoZP-em"),
        Paradigm("ORBEN", "ORBENU ORBENIE ORBEN-u"),
        Paradigm("GKO", "GKO-wski GKO-wskiego GKO-wską", not: "GKO-a"),
        Paradigm("NARA", "NARY NARZE NARĄ"), Paradigm("KAWKARNIA", "KAWKARNI KAWKARNIĄ"),
        Paradigm("Kawka24", "", not: "Kawka24a"), Paradigm("Q", "", not: "Qa"),
        // Several words.
        Paradigm(
            "Zielony Listek", "Zielonego Listka,Zielonym Listkiem,Zielone Listki",
            not: "Zielony Listka,Zielonego Listek"),
        Paradigm(
            "Poczta Miejska", "Poczty Miejskiej,Poczcie Miejskiej,Pocztą Miejską",
            not: "Poczty Miejska,Poczta Miejskiej"),
        Paradigm("Słodkie Bułki", "Słodkich Bułek,Słodkimi Bułkami", not: "Słodkie Bułek"),
        Paradigm("Dom Herbaty", "Domu Herbaty,Domem Herbaty,Domach Herbaty"),
        Paradigm("Jan Malik", "Jana Malika,Janem Malikiem,Janowi Malikowi"),
        Paradigm("Anna Malik", "Anny Malik,Annie Malik"),
        Paradigm("Jan Paweł Malik", "Jana Pawła Malika,Janem Pawłem Malikiem"),
        Paradigm("Anna Maria Malik", "Anny Marii Malik,Annie Marii Malik"),
        Paradigm("Letnia Herbata", "Letniej Herbaty,Letnią Herbatę", not: "Letni Herbaty"),
        Paradigm("Ptasie Mydło", "Ptasiego Mydła,Ptasim Mydłem", not: "Ptasie Mydłem"),
        Paradigm("Krótka Kolejka", "Krótkiej Kolejki,Krótką Kolejkę"),
        Paradigm("Aleje Lipowe", "Alejom Lipowym,Alejach Lipowych"),
        Paradigm("Dąbrowa Mleczarnicza", "Dąbrowy Mleczarniczej,Dąbrowie Mleczarniczej"),
        Paradigm("Chleb i Masło", "Chleba i Masła,Chlebem i Masłem", not: "Chleb i Masła"),
        // Nouns that look like adjectives, adjectives that look like nouns, and whose something is.
        Paradigm("Biała Sowa", "Białej Sowy,Białą Sowę", not: "Białej Sowej,Biały Sowej"),
        Paradigm("Dzika Róża", "Dzikiej Róży,Dziką Różę", not: "Dziki Róża,Dzice Różej"),
        Paradigm("Złota Korona", "Złotej Koronie", not: "Złotej Koronej,Złocie Koronej"),
        Paradigm("Nowa Sól", "Nowej Soli,Nową Solą", not: "Nowa Soli,Nową Sól Nowa"),
        Paradigm("Sól Nowa", "Soli Nowej,Solą Nową", not: "Sól Nowej"),
        Paradigm("Twój Kubek", "Twojego Kubka,Twoim Kubkiem", not: "Twój Kubka"),
        Paradigm("Nasza Kawka", "Naszej Kawki,Naszą Kawkę"),
        // A word for what it is, and a name or a genitive that stays.
        Paradigm("Huta Szkła", "Huty Szkła,Hucie Szkła", not: "Huta Szkły,Huty Szkłej"),
        Paradigm("Fabryka Kubków", "Fabryki Kubków", not: "Fabryka Kubkowa"),
        Paradigm("Smak Kawy", "Smaku Kawy,Smakiem Kawy", not: "Smaku Kawego"),
        Paradigm("Kino Kawka", "Kina Kawka,Kinie Kawka", not: "Kino Kawki"),
        Paradigm("Gazeta Wierzbowa", "Gazety Wierzbowej", not: "Gazety Wierzbowa"),
        Paradigm("Bar Wesoła Kawka", "Baru Wesoła Kawka", not: "Baru Wesołej Kawka"),
        Paradigm("Meble Zefirek", "Mebli Zefirek,Meblach Zefirek", not: "Meble Zefirka"),
        Paradigm("Karczma pod Lipą", "Karczmy pod Lipą", not: "Karczma poda Lipą"),
        Paradigm("Pod Lipą", "", not: "Poda Lipą"),
        Paradigm("Rada Miasta", "Rady Miasta", not: "Rady Miastej"),
        Paradigm("Kurier Leśny", "Kuriera Leśnego", not: "Kuriera Leśny"),
        Paradigm("Straż Rybna", "Straży Rybnej", not: "Straża Rybna"),
        Paradigm("Trzecia Łódka", "Trzeciej Łódki", not: "Trzeci Łódka"),
        Paradigm("Mała Cicha", "Małej Cichej"),
        Paradigm("Oberża Leśna", "Oberży Leśnej", not: "Oberżej Leśnej"),
        Paradigm("Solidna Polska", "Solidnej Polski,Solidnej Polsce", not: "Solidny Polskiej"),
        Paradigm("Jezioro Ciche", "Jeziorem Cichym", not: "Jeziorem Cichem"),
        // Numerals.
        Paradigm("Trzy Kawki", "Trzech Kawek,Trzem Kawkom,Trzema Kawkami", not: "Trzego Kawkiego"),
        Paradigm("Dwa Koty", "Dwóch Kotów,Dwoma Kotami"),
        Paradigm("Pięć Smaków", "Pięciu Smaków", not: "Pięci Smaków"),
        // Persons.
        Paradigm(
            "Anna Duda", "Anny Dudy,Annie Dudzie,Annę Dudę,Anną Dudą,Anno Dudo",
            not: "Anny Duda,Annej Dudej,Annom Dudom"),
        Paradigm("Jan Duda", "Jana Dudy,Janowi Dudzie,Jana Dudę", not: "Jana Duda,Jan Dudy"),
        Paradigm("Ewa Nowicka", "Ewy Nowickiej,Ewą Nowicką", not: "Ewej Nowickiej,Ewy Nowicki"),
        Paradigm("Jan Paweł Malicki", "Jana Pawła Malickiego,Janem Pawłem Malickim"),
        Paradigm("Ewa Anna Kukla", "Ewy Anny Kukli,Ewie Annie Kukli"),
        Paradigm("Ewa Malik-Nowicka", "Ewy Malik-Nowickiej", not: "Ewy Malika-Nowickiej"),
        Paradigm("Ewa Duda-Nowicka", "Ewy Dudy-Nowickiej", not: "Ewy Duda-Nowickiej"),
        Paradigm("Kawka-Nowicka", "Kawki-Nowickiej,Kawką-Nowicką", not: "Kawka-Nowickiej"),
        Paradigm("Tomasz Marzec", "Tomasza Marca,Tomaszowi Marcowi", not: "Tomasza Marcu"),
        Paradigm("Adam Zorbro", "Adama Zorbry,Adamem Zorbrą", not: "Adama Zorbro'a"),
        Paradigm("Karol Lande", "Karola Landego,Karolowi Landemu", not: "Karola Lande'a"),
        Paradigm("Mia Sowa", "Mii Sowy,Mię Sowę", not: "Mi Sowej"),
        Paradigm("Chloe Sowa", "Chloe Sowy,Chloe Sową"),
        Paradigm("JAN KUKLA", "JANA KUKLI,JANEM KUKLĄ"),
        Paradigm("EWA MALIK-NOWICKA", "EWY MALIK-NOWICKIEJ"),
        Paradigm("Jan Maria Malik", "Jana Marii Malika", not: "Jan Marii Malika"),
        Paradigm("Hugo Malik", "Hugona Malika", not: "Huga Malika"),
        Paradigm("Leo Malik", "Leo Malika", not: "Lea Malika"),
        Paradigm("Harry Malik", "Harry'ego Malika", not: "Harrego Malika"),
        Paradigm("Mike Malik", "Mike'a Malika", not: "Mice Maliku"),
        Paradigm("Ewa Cicha", "Ewy Cichej", not: "Ewy Cichy"),
        Paradigm("Jan Kozioł", "Jana Kozła", not: "Jana Kozioła"),
        Paradigm("Pan Kubek", "Pana Kubka,Panu Kubkowi", not: "Pan Kubka,Pana Kubku"),
        Paradigm("Pani Kawka", "Panią Kawkę,Pani Kawki", not: "Paniego Kawka"),
        Paradigm("Babcia Duda", "Babci Dudy,Babcią Dudą", not: "Babcia Dudy,Babci Duda"),
        Paradigm("Król Lew", "Króla Lwa,Królem Lwem", not: "Krola Lwa,Król Lwa"),
        Paradigm("Mistrz Patelni", "Mistrza Patelni", not: "Mistrza Patelniego"),
        Paradigm("Książę Kubek", "Księcia Kubka", not: "Książęcia Kubka"),
        Paradigm("Urszula von der Kawka", "Urszuli von der Kawki", not: "Urszuli von der Kawka"),
        Paradigm("Robert De Malo", "Roberta De Mala", not: "Robert De Mala"),
        // A club and its town, words that stay before a name, plurals.
        Paradigm("Lech Poznań", "Lecha Poznań", not: "Lecha Poznania"),
        Paradigm("Legia Warszawa", "Legii Warszawa,Legią Warszawa", not: "Legii Warszawy"),
        Paradigm("Eko Kubek", "Eko Kubka,Eko Kubkiem", not: "Eka Kubek,Eku Kubek"),
        Paradigm("Smaki Świata", "Smaków Świata", not: "Smaki Światy"),
        Paradigm("Zupa Dnia", "Zupy Dnia,Zupie Dnia", not: "Zupej Dnii"),
        Paradigm("Moje Okna", "Moich Okien,Moim Oknom", not: "Moje Okny,Moje Oknej"),
        Paradigm("Nowe Studia", "Nowych Studiów", not: "Nowe Studii"),
        Paradigm("Dwa Okna", "Dwóch Okien,Dwoma Oknami", not: "Dwóch Okny"),
        Paradigm("Chata Polska", "Chaty Polskiej", not: "Chaty Polska"),
        Paradigm("Bar Rybny", "Baru Rybnego", not: "Baru Rybny"),
        Paradigm("Druhowie", "Druhów Druhom Druhami Druhach", not: "Druhowia"),
        Paradigm("Lutnicyrzy", "Lutnicyrów Lutnicyrom", not: "Lutnicyrzów"),
        Paradigm("Artyści", "Artystów Artystom", not: "Artyściom"),
        // Two names with a hyphen.
        Paradigm("Borsko-Biała", "Borska-Białej,Borsku-Białej", not: "Borsko-Białej"),
        Paradigm("Borowice-Zdrój", "Borowic-Zdroju,Borowicach-Zdroju"),
        Paradigm("Malicka-Bek", "Malickiej-Bek,Malicką-Bek", not: "Malickiej-Beka"),
        Paradigm("Nowak-Malicka", "Nowak-Malickiej", not: "Nowaka-Malickiej"),
        Paradigm("Mono-Kola", "Mono-Koli,Mono-Kolą", not: "Mony-Koli,Mono-Koly"),
        Paradigm("Herbata 24", "Herbaty 24,Herbacie 24", not: "Herbata 24a"),
        Paradigm("Bank ZKP", "Banku ZKP,Bankiem ZKP", not: "Banku ZKP-u"),
    ]

    @Test(arguments: polish)
    func `Polish names take the forms of their paradigm`(paradigm: Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }

    @Test(arguments: polish + latvian)
    func `the base form comes first, and no form comes twice`(paradigm: Paradigm) {
        for language in [.polish, .latvian] as [Brand.Inflection] {
            let forms = Inflector.forms(of: paradigm.name, language).map(\.form)
            #expect(forms.first == paradigm.name)
            #expect(Set(forms).count == forms.count)
            #expect(!forms.contains(""))
        }
    }

    @Test func `a form tells all that it can stand for`() {
        #expect(
            Inflector.forms(of: "Pszczółka", .polish).map { "\($0.form): \($0.features)" } == [
                "Pszczółka: sg nom", "Pszczółki: sg gen, pl nom, pl acc, pl voc",
                "Pszczółce: sg dat, sg loc", "Pszczółkę: sg acc", "Pszczółką: sg ins",
                "Pszczółko: sg voc", "Pszczółek: pl gen", "Pszczółkom: pl dat",
                "Pszczółkami: pl ins", "Pszczółkach: pl loc",
            ])
        #expect(
            Inflector.forms(of: "Delikatesy", .polish).first
                == InflectedForm(form: "Delikatesy", features: "pl nom, pl acc, pl voc"))
    }

    @Test(arguments: [Brand.Inflection.polish, .latvian])
    func `capitals of mathematics, which have no small letters, are declined as they stand`(
        language: Brand.Inflection
    ) {
        for name in ["𝐋𝐈𝐄𝐋𝐀𝐈𝐒 𝐍𝐀𝐌𝐒𝐍𝐀𝐌𝐒", "L𝐈𝐄𝐋𝐀𝐈𝐒 N𝐀𝐌𝐒𝐍𝐀"] {
            #expect(Inflector.forms(of: name, language).first?.form == name)
        }
    }

    @Test func `a name that is not to be declined has its base form alone`() {
        #expect(
            Inflector.forms(of: "Kawka", .none)
                == [InflectedForm(form: "Kawka", features: "sg nom")])
    }
}
