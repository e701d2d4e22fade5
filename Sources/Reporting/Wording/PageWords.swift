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
    /// Of what is counted once, whichever brands it names.
    package let posts: String
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
    let broughtBefore: String
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
    let whatIsPraised: String
    let questions: String
    let featureRequests: String
    let salesLeads: String
    let userContent: String
    let allMentions: String
    package let andMore: String

    // MARK: Trends, and what digests tell of as they do

    package let trends: TrendsWords
    package let before: String
    let course: String
    let whatRecurs: String
    let correctedSince: String
    let author: String
    let sinceWhen: String
    let whoNoticed: String
    let why: String
    let afterAnAnswer: String
    let noAnswerKnown: String
    let howTheyReact: String
    let lastTime: String
    let recurringQuestions: String
    let recurringWishes: String

    package init(_ language: ReportLanguage) {
        func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
            language.picking(english, polish, latvian)
        }
        report = ReportWords(language)
        self.language = language.rawValue
        trends = TrendsWords(report)

        digest = pick("Daily digest", "Przegląd dnia", "Dienas apskats")
        trendReport = pick("Trend report", "Raport o trendach", "Tendenču pārskats")
        sections = pick("Sections", "Części", "Sadaļas")
        inShort = pick("In short", "W skrócie", "Īsumā")
        brand = pick("Brand", "Marka", "Zīmols")
        mentions = pick("Mentions", "Wzmianki", "Pieminējumi")
        posts = pick("Posts", "Wpisy", "Ieraksti")
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
        broughtBefore = pick("Mentions before", "Wzmianki wcześniej", "Pieminējumi iepriekš")
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
        whatIsPraised = pick("What is praised", "Co ludzie chwalą", "Ko slavē")
        questions = pick("Questions", "Pytania", "Jautājumi")
        featureRequests = pick("Wishes", "Życzenia", "Vēlmes")
        salesLeads = pick("People about to buy", "Chętni do zakupu", "Gatavi pirkt")
        userContent = pick("Made by customers", "Od klientów", "Klientu veidots")
        allMentions = pick("All mentions", "Wszystkie wzmianki", "Visi pieminējumi")
        andMore = pick(
            "more, which the data file of the archive holds",
            "więcej, które są w pliku danych archiwum", "vēl, kas ir arhīva datu failā")

        before = pick("Before", "Wcześniej", "Iepriekš")
        course = pick("Course", "Przebieg", "Gaita")

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
        recurringQuestions = pick(
            "Questions that recur", "Powracające pytania", "Jautājumi, kas atkārtojas")
        recurringWishes = pick(
            "Wishes that recur", "Powracające życzenia", "Vēlmes, kas atkārtojas")

        whatRecurs = pick(
            "What recurs", "Co powraca", "Kas atkārtojas")
        correctedSince = pick(
            "Corrected since the last digest", "Poprawione od ostatniego przeglądu",
            "Labots kopš pēdējā apskata")
    }
}
