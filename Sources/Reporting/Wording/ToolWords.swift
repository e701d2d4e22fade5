import Model

/// What the page's script and the wallboard say, in one language.
///
/// What a template names is stored: templates do not see what is computed.
struct ToolWords: Sendable {
    private let report: ReportWords

    // MARK: Finding

    let find: String
    let search: String
    let all: String
    let category: String
    let language: String
    let sort: String
    let newest: String
    let oldest: String
    let mostNegative: String
    let mostSevere: String
    let firstDue: String
    let answer: String
    let toAnswer: String
    let shown: String
    let showAll: String
    let showMore: String
    let showEarlier: String
    let notShown: String
    let keys: String
    let findRows: String
    let name: String

    // MARK: Correcting

    let markWrong: String
    let wrongField: String
    let was: String
    let shouldBe: String
    let note: String
    let noneOfThem: String
    let isMissing: String
    let changesNothing: String
    let add: String
    let cancel: String
    let corrections: String
    let saveFile: String
    let undo: String
    let howToApply: String

    // MARK: Newcomers and wallboard

    let newcomers: String
    let asOf: String
    let stale: String
    let noAlerts: String
    let nextToAnswer: String
    let ofThisPeriod: String

    init(_ report: ReportWords) {
        self.report = report
        let pick = report.pick

        find = pick("Find mentions", "Szukaj wzmianek", "Meklēt pieminējumus")
        search = pick("Search", "Szukaj", "Meklēt")
        all = pick("all", "wszystkie", "visi")
        category = pick("Category", "Kategoria", "Kategorija")
        language = pick("Language", "Język", "Valoda")
        sort = pick("Order", "Kolejność", "Secība")
        newest = pick("newest first", "od najnowszych", "jaunākie vispirms")
        oldest = pick("oldest first", "od najstarszych", "vecākie vispirms")
        mostNegative = pick(
            "most negative first", "od najbardziej negatywnych", "negatīvākie vispirms")
        mostSevere = pick("most severe first", "od najpilniejszych", "steidzamākie vispirms")
        firstDue = pick("first due first", "od najwcześniejszego terminu", "pēc termiņa")
        answer = pick("Answer", "Odpowiedź", "Atbilde")
        toAnswer = pick("needs an answer", "czeka na odpowiedź", "gaida atbildi")
        shown = pick("Shown:", "Widać:", "Redzami:")
        showAll = pick("Show all", "Pokaż wszystkie", "Rādīt visus")
        showMore = pick("Show more", "Pokaż więcej", "Rādīt vairāk")
        showEarlier = pick("Show those before", "Pokaż wcześniejsze", "Rādīt iepriekšējos")
        notShown = pick("Not shown yet:", "Jeszcze nie widać:", "Vēl nav redzami:")
        keys = pick(
            "Down in the search field goes to the first mention; up and down move on, Escape goes "
                + "back.",
            "Strzałka w dół w polu wyszukiwania prowadzi do pierwszej wzmianki, strzałki do "
                + "kolejnych, Escape wraca.",
            "Lejupvērstā bultiņa meklēšanas laukā ved uz pirmo pieminējumu, bultiņas uz nākamo, "
                + "Escape atgriežas.")

        findRows = pick("Find rows", "Szukaj wierszy", "Meklēt rindas")
        name = pick("Name", "Nazwa", "Nosaukums")

        markWrong = pick("Mark as wrong", "Oznacz jako błędne", "Atzīmēt kā kļūdainu")
        wrongField = pick("What is wrong", "Co jest błędne", "Kas ir kļūdains")
        was = pick("It says", "Jest", "Tagad ir")
        shouldBe = pick("It should say", "Powinno być", "Jābūt")
        note = pick("Note", "Uwaga", "Piezīme")
        noneOfThem = pick("none", "żadna", "neviens")
        isMissing = pick("nothing: one is missing", "brak: należy dodać", "nekas: trūkst")
        changesNothing = pick(
            "This is what it says already.", "Tak jest już teraz.", "Tā jau ir.")
        add = pick("Note the correction", "Zapisz poprawkę", "Pierakstīt labojumu")
        cancel = pick("Cancel", "Anuluj", "Atcelt")
        corrections = pick("Corrections", "Poprawki", "Labojumi")
        saveFile = pick("Save as a file", "Zapisz jako plik", "Saglabāt failā")
        undo = pick("Undo the last", "Cofnij ostatnią", "Atsaukt pēdējo")
        howToApply = pick("Then:", "Potem:", "Pēc tam:")

        newcomers = pick("New voices", "Nowe głosy", "Jaunas balsis")
        asOf = pick("As of", "Stan na", "Stāvoklis")
        stale = pick(
            "This is old: the last run was more than a day ago.",
            "To nieaktualne: ostatni przebieg był ponad dobę temu.",
            "Tas ir novecojis: pēdējā izpilde bija pirms vairāk nekā diennakts.")
        noAlerts = pick("No alerts.", "Bez alarmów.", "Trauksmju nav.")
        nextToAnswer = pick(
            "To answer next", "Następne do odpowiedzi", "Nākamie, kam jāatbild")
        ofThisPeriod = pick(
            "Heard in this period", "Z tego okresu", "No šī laikposma")
    }

    /// Where the mentions are that only the script puts into the page.
    func unwritten(_ written: Int, of all: Int, inFile name: String) -> String {
        let (some, every) = (report.number(written), report.number(all))
        let latvian = report.language.form(
            all, one: "pieminējuma", few: "pieminējumiem", many: "pieminējumiem")
        return report.pick(
            "Without scripts this page lists \(some) of \(every) mentions: the newest, and those "
                + "it tells of above. All are in \(name).json and in “earshot digest --format csv”.",
            "Bez skryptów ta strona wymienia \(some) z \(every) wzmianek: najnowsze i te, o których "
                + "mowa wyżej. Wszystkie są w \(name).json i w „earshot digest --format csv”.",
            "Bez skriptiem šajā lapā ir \(some) no \(every) \(latvian): jaunākie un tie, par "
                + "kuriem teikts iepriekš. Visi ir failā \(name).json un „earshot digest --format csv”."
        )
    }

    /// Of what needs an answer, how much the page leaves to the list of all mentions.
    func leftOut(_ count: Int) -> String {
        let number = report.number(count)
        return report.pick(
            "And \(number) more: choose “\(toAnswer)” in the list of all mentions.",
            "I jeszcze \(number): wybierz „\(toAnswer)” na liście wszystkich wzmianek.",
            "Un vēl \(number): izvēlieties „\(toAnswer)” visu pieminējumu sarakstā.")
    }

    /// `Authors heard for the first time: 3 of 41; new sources: Kurier and Herald`, as a sentence.
    func newcomers(_ new: Digest.Newcomers) -> String {
        let (some, all) = (report.number(new.voices), report.number(new.allVoices))
        let names = report.list(
            new.sources.prefix(Self.sourcesNamed).map {
                report.inSentence(OutsideText.limited($0.name, to: 60))
            })
        let more = new.sources.count - Self.sourcesNamed
        let authors = report.pick(
            "Authors heard for the first time: \(some) of \(all)",
            "Autorzy słyszani pierwszy raz: \(some) z \(all)",
            "Pirmoreiz dzirdēti autori: \(some) no \(all)")
        guard !new.sources.isEmpty else { return authors + "." }
        let sources = report.pick("new sources", "nowe źródła", "jauni avoti")
        return "\(authors); \(sources): \(names)" + (more > 0 ? " (+\(report.number(more)))" : "")
            + "."
    }

    private static let sourcesNamed = 5
}
