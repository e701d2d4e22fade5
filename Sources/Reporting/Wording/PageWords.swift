package import Model

/// Every word that only a page or a terminal shows, in one language; sentences of the figures are in
/// `ReportWords`.
///
/// What a template names is stored: templates do not see what is computed.
package struct PageWords: Sendable {
    let report: ReportWords
    let language: String

    // MARK: Both pages

    let digest: String
    let trendReport: String
    let program = "Earshot"
    let sections: String
    let inShort: String
    package let brand: String
    package let mentions: String
    package let stories: String
    let byStory: String
    let byStories: String
    let inBrackets: String
    let tone: String
    package let netTone: String
    let shareOfVoice: String
    let source: String
    let categories: String
    let sources: String
    let languages: String
    let noTone: String
    let whyTheseTags: String
    let readAt: String
    let edited: String
    let health: String
    let status: String
    let whatIsWrong: String
    let lastHeard: String
    let never: String
    let howMade: String
    let madeWith: String
    let withRules: String
    let times: String
    let noneHere: String

    // MARK: Digest

    package let alerts: String
    package let needsAnswer: String
    let nothingToAnswer: String
    package let answerBy: String
    package let late: String
    package let noDeadline: String
    package let tickets: String
    package let ticketsOpen: String
    package let ticketsWaiting: String
    package let overdue: String
    package let dueSoon: String
    package let team: String
    package let answered: String
    package let notKnown: String
    package let reopened: String
    package let medianAnswer: String
    package let mostAnswers: String
    let atAGlance: String
    let thanDayBefore: String
    let thanWeekBefore: String
    let topStories: String
    let praise: String
    let questions: String
    let featureRequests: String
    let salesLeads: String
    let userContent: String
    let allMentions: String
    package let andMore: String

    // MARK: Trends

    let dayByDay: String
    let sideBySide: String
    let busiestDay: String
    package let standOut: String
    let usually: String
    package let rising: String
    let noRising: String
    let term: String
    let lastSevenDays: String
    package let before: String
    let zScore: String
    let example: String
    let weekByWeek: String
    let week: String
    let whenPeopleWrite: String
    let weekday: String
    let course: String
    package let aDay: String
    let usualBand: String
    let positiveAndNegative: String
    let whatRecurs: String
    let correctedSince: String
    let reviewersSaid: String
    let tagColumn: String
    let given: String
    let corrected: String
    let missed: String
    let hitRate: String
    let hitRateNote: String
    let author: String
    let sinceWhen: String
    let whoNoticed: String
    let why: String
    let afterAnAnswer: String
    let noAnswerKnown: String
    let howTheyReact: String
    let lastTime: String
    let weekBefore: String
    let meanwhile: String
    let weekAfter: String
    let dayAfterDay: String
    let newAndLost: String
    let whoBegan: String
    let voice: String
    let noRepeats: String
    let repeats: String
    let repeaters: String
    let recurringQuestions: String
    let recurringWishes: String
    let planning: String
    package let targets: String
    package let nextSevenDays: String
    let noForecast: String
    let day: String
    let expected: String
    let eightInTen: String
    let whoItTakes: String
    let hoursOfWork: String

    package init(_ language: ReportLanguage) {
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        report = ReportWords(language)
        self.language = language.rawValue

        digest = pick("Daily digest", "Przegląd dnia", "Dienas apskats")
        trendReport = pick("Trend report", "Raport o trendach", "Tendenču pārskats")
        sections = pick("Sections", "Części", "Sadaļas")
        inShort = pick("In short", "W skrócie", "Īsumā")
        brand = pick("Brand", "Marka", "Zīmols")
        mentions = pick("Mentions", "Wzmianki", "Pieminējumi")
        stories = pick("Stories", "Historie", "Stāsti")
        byStory = pick("by story", "według historii", "pēc stāstiem")
        byStories = pick("stories", "historie", "stāsti")
        inBrackets = pick(
            "In brackets: stories, copies counted once.",
            "W nawiasach: historie, kopie policzone raz.",
            "Iekavās: stāsti, kopijas skaitītas vienreiz.")
        tone = pick("Tone", "Ton", "Noskaņa")
        netTone = pick("Net tone", "Ton netto", "Kopējā noskaņa")
        shareOfVoice = pick("Share of voice", "Udział w głosie", "Balss daļa")
        source = pick("Source", "Źródło", "Avots")
        categories = pick("What about", "O czym", "Par ko")
        sources = pick("Where", "Gdzie", "Kur")
        languages = pick("Languages", "Języki", "Valodas")
        noTone = pick("nothing was said", "nic nie powiedziano", "nekas nav teikts")
        whyTheseTags = pick("Why these tags", "Skąd te znaczniki", "Kāpēc šīs birkas")
        readAt = pick("Read it at", "Czytaj na", "Lasīt vietnē")
        edited = pick("seen edited", "po edycji", "labots")
        health = pick("What we did not hear", "Czego nie słyszeliśmy", "Ko nedzirdējām")
        status = pick("Status", "Stan", "Stāvoklis")
        whatIsWrong = pick("What is wrong", "Co jest nie tak", "Kas nav kārtībā")
        lastHeard = pick("Last answered", "Ostatnia odpowiedź", "Pēdējā atbilde")
        never = pick("never", "nigdy", "nekad")
        howMade = pick(
            "How these figures are made", "Skąd się biorą te liczby", "Kā top šie skaitļi")
        madeWith = pick("Made by Earshot", "Utworzył Earshot", "Izveidoja Earshot")
        withRules = pick("with rules", "według reguł", "pēc noteikumiem")
        times = pick("Times are those of", "Godziny według strefy", "Laiki pēc joslas")
        noneHere = pick("None.", "Nie ma.", "Nav.")

        alerts = pick("Alerts", "Alarmy", "Trauksmes")
        needsAnswer = pick("Needs an answer", "Czeka na odpowiedź", "Gaida atbildi")
        nothingToAnswer = pick(
            "Nothing waits for an answer.", "Nic nie czeka na odpowiedź.", "Nekas negaida atbildi.")
        answerBy = pick("Answer by", "Odpowiedz do", "Atbildēt līdz")
        late = pick("late", "po czasie", "nokavēts")
        noDeadline = pick("no time set", "nie ustalono", "nav noteikts")
        tickets = pick("Tickets", "Zgłoszenia", "Pieteikumi")
        ticketsOpen = pick("open", "otwarte", "atvērti")
        ticketsWaiting = pick("on their way", "w drodze", "ceļā")
        overdue = pick("Overdue", "Po czasie", "Nokavēti")
        dueSoon = pick(
            "Due within four hours", "Do odpowiedzi w ciągu czterech godzin",
            "Jāatbild četru stundu laikā")
        team = pick("Team", "Zespół", "Komanda")
        answered = pick("Answered", "Odpowiedziano", "Atbildēts")
        notKnown = pick("Not known", "Nie wiadomo", "Nav zināms")
        reopened = pick("Reopened", "Otwarte ponownie", "Atvērti atkārtoti")
        medianAnswer = pick("Half within", "Połowa w ciągu", "Puse līdz")
        mostAnswers = pick(
            "Nine in ten within", "Dziewięć na dziesięć w ciągu", "Deviņi no desmit līdz")
        atAGlance = pick("At a glance", "Na pierwszy rzut oka", "Vienā skatienā")
        thanDayBefore = pick("Change", "Zmiana", "Izmaiņa")
        thanWeekBefore = pick("Same weekday", "Ten sam dzień tygodnia", "Tā pati nedēļas diena")
        topStories = pick("Top stories", "Główne historie", "Galvenie stāsti")
        praise = pick(
            "Praise worth passing on", "Pochwały do przekazania", "Uzslavas, ko nodot tālāk")
        questions = pick("Questions", "Pytania", "Jautājumi")
        featureRequests = pick("Wishes", "Życzenia", "Vēlmes")
        salesLeads = pick("People about to buy", "Chętni do zakupu", "Gatavi pirkt")
        userContent = pick("Made by customers", "Od klientów", "Klientu veidots")
        allMentions = pick("All mentions", "Wszystkie wzmianki", "Visi pieminējumi")
        andMore = pick(
            "more, which the data file of the archive holds",
            "więcej, które są w pliku danych archiwum", "vēl, kas ir arhīva datu failā")

        dayByDay = pick("Day by day", "Dzień po dniu", "Diena pēc dienas")
        sideBySide = pick("Side by side", "Obok siebie", "Blakus")
        busiestDay = pick("Busiest day", "Szczytowy dzień", "Rosīgākā diena")
        standOut = pick(
            "Days that stood out", "Dni odbiegające od normy", "Neparastas dienas")
        usually = pick("Usually", "Zwykle", "Parasti")
        rising = pick(
            "Rising in the last seven days", "Zyskało przez ostatnie siedem dni",
            "Biežāk pēdējās septiņās dienās")
        noRising = pick(
            "No word rose clearly.", "Żadne słowo wyraźnie nie zyskało.",
            "Neviens vārds nav kļuvis izteikti biežāks.")
        term = pick("Word or phrase", "Słowo lub zwrot", "Vārds vai frāze")
        lastSevenDays = pick("Last 7 days", "Ostatnie 7 dni", "Pēdējās 7 dienas")
        before = pick("Before", "Wcześniej", "Iepriekš")
        zScore = pick("z-score", "wynik z", "z vērtība")
        example = pick("Example", "Przykład", "Piemērs")
        weekByWeek = pick(
            "Share of voice by week", "Udział w głosie według tygodni", "Balss daļa pa nedēļām")
        week = pick("Week", "Tydzień", "Nedēļa")
        whenPeopleWrite = pick("When people write", "Kiedy ludzie piszą", "Kad cilvēki raksta")
        weekday = pick("Weekday", "Dzień tygodnia", "Nedēļas diena")
        course = pick("Course", "Przebieg", "Gaita")
        aDay = pick("mentions a day", "wzmianki dziennie", "pieminējumi dienā")
        usualBand = pick("usual range", "zwykły zakres", "parastais diapazons")
        positiveAndNegative = pick(
            "Positive above, negative below", "Pozytywne u góry, negatywne u dołu",
            "Pozitīvie augšā, negatīvie lejā")

        author = pick(
            "Author", "Autor", "Autors")
        sinceWhen = pick(
            "Since when", "Od kiedy", "Kopš kura laika")
        whoNoticed = pick(
            "Who noticed", "Kto zauważył", "Kas pamanīja")
        why = pick(
            "Why", "Dlaczego", "Kāpēc")
        afterAnAnswer = pick(
            "After an answer", "Po odpowiedzi", "Pēc atbildes")
        noAnswerKnown = pick(
            "No ticket of it has been answered.", "Na żadne zgłoszenie nie odpowiedziano.",
            "Uz nevienu pieteikumu nav atbildēts.")
        howTheyReact = pick("How people react", "Jak ludzie reagują", "Kā cilvēki reaģē")
        lastTime = pick("Last time", "Poprzednio", "Iepriekšējā reize")
        weekBefore = pick(
            "Seven days before", "Siedem dni wcześniej", "Septiņas dienas pirms")
        meanwhile = pick(
            "Meanwhile", "W trakcie", "Tobrīd")
        weekAfter = pick(
            "Seven days after", "Siedem dni później", "Septiņas dienas pēc")
        dayAfterDay = pick(
            "The days themselves", "Same dni", "Pašas dienas")
        newAndLost = pick(
            "Sources that came or went", "Źródła, które przybyły lub zamilkły",
            "Avoti, kas parādījās vai apklusa")
        whoBegan = pick(
            "Who began what others repeated", "Kto zaczął to, co inni powtórzyli",
            "Kas sāka to, ko citi atkārtoja")
        voice = pick("Voice", "Głos", "Balss")
        noRepeats = pick(
            "Nobody repeated anybody.", "Nikt nikogo nie powtórzył.", "Neviens nevienu neatkārtoja."
        )
        repeats = pick(
            "Repeats", "Powtórzenia", "Atkārtojumi")
        repeaters = pick(
            "By others", "Przez innych", "No citiem")
        recurringQuestions = pick(
            "Questions that recur", "Powracające pytania", "Jautājumi, kas atkārtojas")
        recurringWishes = pick(
            "Wishes that recur", "Powracające życzenia", "Vēlmes, kas atkārtojas")
        planning = pick(
            "Planning", "Planowanie", "Plānošana")
        targets = pick(
            "Targets", "Cele", "Mērķi")
        nextSevenDays = pick(
            "The next seven days", "Najbliższe siedem dni", "Nākamās septiņas dienas")
        noForecast = pick(
            "A forecast needs five weeks to learn from.",
            "Prognoza potrzebuje pięciu tygodni danych.", "Prognozei vajag piecu nedēļu datus.")
        day = pick(
            "Day", "Dzień", "Diena")
        expected = pick(
            "Posts expected", "Spodziewane wpisy", "Gaidāmie ieraksti")
        eightInTen = pick(
            "Eight days in ten", "Osiem dni na dziesięć", "Astoņas dienas no desmit")
        whoItTakes = pick(
            "Who it takes to answer", "Kogo trzeba do odpowiedzi", "Kas vajadzīgs atbildēm")
        hoursOfWork = pick(
            "Hours", "Godziny", "Stundas")

        whatRecurs = pick(
            "What recurs", "Co powraca", "Kas atkārtojas")
        correctedSince = pick(
            "Corrected since the last digest", "Poprawione od ostatniego przeglądu",
            "Labots kopš pēdējā apskata")
        reviewersSaid = pick(
            "What reviewers said of the tags", "Co recenzenci mówią o znacznikach",
            "Ko vērtētāji saka par birkām")
        tagColumn = pick(
            "Tag", "Znacznik", "Birka")
        given = pick(
            "Given", "Nadane", "Piešķirta")
        corrected = pick(
            "Wrong", "Błędne", "Nepareiza")
        missed = pick(
            "Missing", "Brakujące", "Trūkst")
        hitRate = pick(
            "Hit rate", "Trafność", "Precizitāte")
        hitRateNote = pick(
            "The share of what the rules gave that nobody corrected; what nobody looked at counts as right.",
            "Część tego, co nadały reguły, której nikt nie poprawił; to, czego nikt nie obejrzał, liczy się jako trafne.",
            "Daļa no noteikumu piešķirtā, ko neviens nelaboja; neapskatītais skaitās pareizs.")
    }
}
