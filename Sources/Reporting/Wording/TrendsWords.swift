/// What only trend reports say, on their page or in a terminal.
///
/// What a template names is stored: templates do not see what is computed.
package struct TrendsWords: Sendable {
    let dayByDay: String
    let dailyFigures: String
    let sideBySide: String
    let busiestDay: String
    package let standOut: String
    package let rising: String
    let noRising: String
    let term: String
    let lastSevenDays: String
    let beforeAWeek: String
    let zScore: String
    let example: String
    let weekByWeek: String
    let week: String
    let whenPeopleWrite: String
    let weekday: String
    package let aDay: String
    let usualBand: String
    let daySoFar: String
    let inPart: String
    let positiveAndNegative: String
    let dayAfterDay: String
    let newAndLost: String
    let day: String
    package let planning: PlanningWords
    let voices: VoiceWords
    let phases: PhaseWords
    let verdicts: VerdictWords

    init(_ words: ReportWords) {
        let pick = words.pick
        dayByDay = pick("Day by day", "Dzień po dniu", "Diena pēc dienas")
        dailyFigures = pick("Figures of each day", "Liczby z każdego dnia", "Katras dienas skaitļi")
        sideBySide = pick("Side by side", "Obok siebie", "Blakus")
        busiestDay = pick("Busiest day", "Szczytowy dzień", "Rosīgākā diena")
        standOut = pick("Days that stood out", "Dni odbiegające od normy", "Neparastas dienas")
        rising = pick(
            "Rising in the last seven days", "Zyskało przez ostatnie siedem dni",
            "Biežāk pēdējās septiņās dienās")
        noRising = pick(
            "No word rose clearly.", "Żadne słowo wyraźnie nie zyskało.",
            "Neviens vārds nav kļuvis izteikti biežāks.")
        term = pick("Word or phrase", "Słowo lub zwrot", "Vārds vai frāze")
        lastSevenDays = pick("Last 7 days", "Ostatnie 7 dni", "Pēdējās 7 dienas")
        beforeAWeek = pick("Before, per week", "Wcześniej, na tydzień", "Pirms tam, nedēļā")
        zScore = pick("z-score", "wynik z", "z vērtība")
        example = pick("Example", "Przykład", "Piemērs")
        weekByWeek = pick(
            "Share of voice by week", "Udział w głosie według tygodni", "Balss daļa pa nedēļām")
        week = pick("Week", "Tydzień", "Nedēļa")
        whenPeopleWrite = pick("When people write", "Kiedy ludzie piszą", "Kad cilvēki raksta")
        weekday = pick("Weekday", "Dzień tygodnia", "Nedēļas diena")
        aDay = pick("Mentions a day", "Wzmianki dziennie", "Pieminējumi dienā")
        usualBand = pick("Usual range", "Zwykły zakres", "Parastais diapazons")
        daySoFar = pick("Last day, so far", "Ostatni dzień, dotychczas", "Pēdējā diena līdz šim")
        inPart = pick("in part", "niepełny", "nepilna")
        positiveAndNegative = pick(
            "Positive above, negative below", "Pozytywne u góry, negatywne u dołu",
            "Pozitīvie augšā, negatīvie lejā")
        dayAfterDay = pick(
            "The days themselves", "Poszczególne dni", "Atsevišķās dienas")
        newAndLost = pick(
            "Sources that came or went", "Źródła, które pojawiły się lub zniknęły",
            "Avoti, kas parādījās vai pazuda")
        day = pick("Day", "Dzień", "Diena")
        planning = PlanningWords(words)
        voices = VoiceWords(words)
        phases = PhaseWords(words)
        verdicts = VerdictWords(words)
    }

    /// What is said of the days to come, of who it takes to answer, and of targets.
    package struct PlanningWords: Sendable {
        let title: String
        package let targets: String
        package let nextSevenDays: String
        let noForecast: String
        let expected: String
        let eightInTen: String
        let whoItTakes: String
        let hoursOfWork: String

        fileprivate init(_ words: ReportWords) {
            let pick = words.pick
            title = pick("Planning", "Planowanie", "Plānošana")
            targets = pick("Targets", "Cele", "Mērķi")
            nextSevenDays = pick(
                "The next seven days", "Najbliższe siedem dni", "Nākamās septiņas dienas")
            noForecast = pick(
                "A forecast needs five weeks to learn from.",
                "Prognoza potrzebuje pięciu tygodni danych.", "Prognozei vajag piecu nedēļu datus.")
            expected = pick("Posts expected", "Spodziewane wpisy", "Gaidāmie ieraksti")
            eightInTen = pick(
                "Eight days in ten", "Osiem dni na dziesięć", "Astoņas dienas no desmit")
            whoItTakes = pick(
                "Who it takes to answer", "Kogo trzeba do odpowiedzi", "Kas vajadzīgs atbildēm")
            hoursOfWork = pick("Hours", "Godziny", "Stundas")
        }
    }

    /// What is said of those whom others repeat.
    struct VoiceWords: Sendable {
        let whoBegan: String
        let voice: String
        let noRepeats: String
        let repeats: String
        let repeaters: String

        fileprivate init(_ words: ReportWords) {
            let pick = words.pick
            whoBegan = pick(
                "Who began what others repeated", "Kto zaczął to, co inni powtórzyli",
                "Kas sāka to, ko citi atkārtoja")
            voice = pick("Voice", "Głos", "Balss")
            noRepeats = pick(
                "Nobody repeated anybody.", "Nikt nikogo nie powtórzył.",
                "Neviens nevienu neatkārtoja.")
            repeats = pick("Repeats", "Powtórzenia", "Atkārtojumi")
            repeaters = pick("By others", "Przez innych", "No citiem")
        }
    }

    /// The times before, in and after a burst of mentions.
    struct PhaseWords: Sendable {
        let weekBefore: String
        let meanwhile: String
        let weekAfter: String
        let sinceThen: String

        fileprivate init(_ words: ReportWords) {
            let pick = words.pick
            weekBefore = pick(
                "Seven days before", "Siedem dni wcześniej", "Septiņas dienas pirms tam")
            meanwhile = pick("Meanwhile", "W trakcie", "Tobrīd")
            weekAfter = pick("Seven days after", "Siedem dni później", "Septiņas dienas pēc tam")
            sinceThen = pick("Since then", "Od tamtej pory", "Kopš tā laika")
        }
    }

    /// What is said of what reviewers corrected.
    struct VerdictWords: Sendable {
        let reviewersSaid: String
        let tagColumn: String
        let given: String
        let corrected: String
        let missed: String
        let hitRate: String
        let hitRateNote: String

        fileprivate init(_ words: ReportWords) {
            let pick = words.pick
            reviewersSaid = pick(
                "What reviewers said of the tags", "Co recenzenci mówią o znacznikach",
                "Ko vērtētāji saka par birkām")
            tagColumn = pick("Tag", "Znacznik", "Birka")
            given = pick("Given", "Nadane", "Piešķirta")
            corrected = pick("Wrong", "Błędne", "Nepareiza")
            missed = pick("Missing", "Brakujące", "Trūkst")
            hitRate = pick("Hit rate", "Trafność", "Precizitāte")
            hitRateNote = pick(
                "The share of what the rules gave that nobody corrected; what nobody looked at counts as right.",
                "Część tego, co nadały reguły, której nikt nie poprawił; to, czego nikt nie obejrzał, liczy się jako trafne.",
                "Daļa no noteikumu piešķirtā, ko neviens nelaboja; neapskatītais skaitās pareizs.")
        }
    }
}
