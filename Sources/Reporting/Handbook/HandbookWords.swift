import Model

/// Every word that only a handbook shows, in one of its languages.
///
/// What a template names is stored: templates do not see what is computed.
struct HandbookWords: Sendable {
    let language: ReportLanguage
    let page: PageWords
    var report: ReportWords { page.report }

    // MARK: The page

    let title: String
    let sections: String
    let inShort: String
    let lead: String
    let madeWith: String
    let withRules: String
    let untranslated: String

    init(_ language: ReportLanguage) {
        self.language = language
        page = PageWords(language)
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        title = pick("Handbook of the rules", "Podręcznik reguł", "Noteikumu rokasgrāmata")
        sections = page.sections
        inShort = page.inShort
        lead = pick(
            "What Earshot listens for, what each tag means, and who answers by when. The page is made "
                + "from the files in rules/; each entry links to its line.",
            "Czego słucha Earshot, co znaczy każdy znacznik i kto odpowiada w jakim czasie. Strona "
                + "powstaje z plików w rules/; każdy wpis prowadzi do swojego wiersza.",
            "Ko Earshot klausās, ko nozīmē katra birka un kurš atbild kādā laikā. Lapa top no "
                + "failiem mapē rules/; katrs ieraksts ved uz savu rindu.")
        madeWith = page.madeWith
        withRules = page.withRules
        untranslated = pick("as in the rules", "w języku reguł", "noteikumu valodā")
        brands = pick("Brands", "Marki", "Zīmoli")
        names = pick("Names", "Nazwy", "Nosaukumi")
        forms = pick("Forms that match", "Odnajdywane formy", "Atrodamās formas")
        capitals = pick("Capitals", "Wielkie litery", "Lielie burti")
        capitalsKept = pick("as the name has them", "jak w nazwie", "kā nosaukumā")
        capitalsStrict = pick(
            "as the name has them; one that may only begin a sentence does not count",
            "jak w nazwie; litera, która może tylko zaczynać zdanie, się nie liczy",
            "kā nosaukumā; burts, kas var tikai sākt teikumu, neskaitās")
        addedForms = pick("Added forms", "Formy dodane", "Pievienotās formas")
        struckForms = pick("Struck forms", "Formy skreślone", "Svītrotās formas")
        exceptions = pick("Not within", "Nie wewnątrz", "Ne frāzēs")
        standalone = pick("Standing alone", "Samodzielnie", "Atsevišķi")
        standaloneMeaning = pick(
            "not beside another capitalised word", "nie obok innego słowa wielką literą",
            "ne blakus citam vārdam ar lielo burtu")
        contextWords = pick("Only near", "Tylko w pobliżu", "Tikai tuvumā")
        query = pick("Query", "Zapytanie", "Vaicājums")
        sources = pick("Everything from", "Wszystko ze źródeł", "Viss no avotiem")
        matches = pick("Matches", "Pasuje", "Atbilst")
        matchesNot = pick("Does not match", "Nie pasuje", "Neatbilst")
        categories = pick("Categories", "Kategorie", "Kategorijas")
        severityFrom = pick("Severity", "Pilność", "Steidzamība")
        raisedTo = pick("raised to", "podnoszona →", "paaugstināta →")
        keywords = pick("Keywords", "Słowa kluczowe", "Atslēgvārdi")
        learntKeywords = pick(
            "Learnt keywords", "Wyuczone słowa kluczowe", "Iemācītie atslēgvārdi")
        nextStepLabel = pick("Next step", "Następny krok", "Nākamais solis")
        goesTo = pick("Goes to", "Trafia do", "Nonāk pie")
        when = pick("When", "Kiedy", "Kad")
        answerBy = pick("Answer within", "Odpowiedź w ciągu", "Atbilde laikā")
        postsLabel = pick("Posts", "Wpisy", "Ieraksti")
        line = pick("Line", "Wiersz", "Rinda")
        locations = pick("Places", "Miejsca", "Vietas")
        partOf = pick("Part of", "Część", "Daļa no")
        teams = pick("Teams", "Zespoły", "Komandas")
        team = page.team
        hours = pick("Hours", "Godziny", "Darba laiks")
        always = pick("around the clock", "całą dobę", "visu diennakti")
        spamIsNobodys = pick(
            "Goes to nobody: spam is in no count and becomes no ticket.",
            "Nie trafia do nikogo: spam nigdzie się nie liczy i nie staje się zgłoszeniem.",
            "Nenonāk pie neviena: surogātpasts nekur neskaitās un nekļūst par pieteikumu.")
        otherwise = pick("otherwise", "w pozostałych przypadkach", "citos gadījumos")
        takesTheRest = pick("takes what no route names", "bierze całą resztę", "saņem visu pārējo")
    }

    func counts(brands: Int, categories: Int, teams: Int) -> String {
        let (brands, categories) = (report.number(brands), report.number(categories))
        let teams = report.number(teams)
        return pick(
            "brands: \(brands) · categories: \(categories) · teams: \(teams)",
            "marki: \(brands) · kategorie: \(categories) · zespoły: \(teams)",
            "zīmoli: \(brands) · kategorijas: \(categories) · komandas: \(teams)")
    }

    // MARK: Brands

    let brands: String
    let names: String
    let forms: String
    let capitals: String
    let capitalsKept: String
    let capitalsStrict: String
    let addedForms: String
    let struckForms: String
    let exceptions: String
    let standalone: String
    let standaloneMeaning: String
    let contextWords: String
    let query: String
    let sources: String
    let matches: String
    let matchesNot: String

    func context(_ words: String, within: Int) -> String {
        let (number, many) = (report.number(within), pick("words", "słów", "vārdiem"))
        let noun = language.form(
            within, one: pick("word", "słowa", "vārdam"), few: many, many: many)
        return pick(
            "\(words) (within \(number) \(noun))", "\(words) (do \(number) \(noun) dalej)",
            "\(words) (līdz \(number) \(noun))")
    }

    func inflection(_ inflection: Brand.Inflection) -> String {
        switch inflection {
        case .polish: pick("Polish", "polski", "poļu")
        case .latvian: pick("Latvian", "łotewski", "latviešu")
        case .none: ""
        }
    }

    func language(of code: LanguageCode) -> String {
        code == .undetermined
            ? pick("any language", "każdy język", "jebkura valoda") : report.language(code)
    }

    // MARK: Categories

    let categories: String
    let severityFrom: String
    let raisedTo: String
    let keywords: String
    let learntKeywords: String
    let nextStepLabel: String
    let goesTo: String
    let when: String
    let answerBy: String
    let postsLabel: String
    let line: String

    // MARK: Places

    let locations: String
    let partOf: String

    // MARK: Teams

    let teams: String
    let team: String
    let hours: String
    let always: String
    let otherwise: String
    let spamIsNobodys: String
    let takesTheRest: String

    /// In the language of the page, or as the rules have it.
    func name(of team: Team) -> String {
        team.translations[language.code]?.name ?? team.name
    }

    // MARK: - For the extensions

    func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
        language.picking(english, polish, latvian)
    }
}
