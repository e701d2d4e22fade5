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
        Paradigm("Z&K", "Z&K-u Z&Ku Z&K-iem Z&Kiem", not: "Z&Kem Z&Ky"),
        Paradigm("BUK", "BUK-iem BUK-u", not: "BUK-em"),
        Paradigm("KGH", "KGH-em", not: "KGH-iem"), Paradigm("KoZP", "KoZP-u KoZPu KoZP-em"),
        Paradigm("ORBEN", "ORBENU ORBENIE ORBEN-u"),
        Paradigm("GKO", "GKO-wski GKO-wskiego GKO-wską", not: "GKO-a"),
        Paradigm("NARA", "NARY NARZE NARĄ"), Paradigm("KAWKARNIA", "KAWKARNI KAWKARNIĄ"),
        Paradigm("Kawka24", "", not: "Kawka24a"), Paradigm("Q", "", not: "Qa"),
    ]

    @Test(arguments: polish + polishNames)
    func `Polish names take the forms of their paradigm`(paradigm: Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }

    @Test(arguments: polish + polishNames + latvian)
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
