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
    let reviewersSaid: String
    let tagColumn: String
    let given: String
    let corrected: String
    let missed: String
    let hitRate: String
    let hitRateNote: String
    let weekBefore: String
    let meanwhile: String
    let weekAfter: String
    let sinceThen: String
    let dayAfterDay: String
    let newAndLost: String
    let whoBegan: String
    let voice: String
    let noRepeats: String
    let repeats: String
    let repeaters: String
    let planning: String
    package let targets: String
    package let nextSevenDays: String
    let noForecast: String
    let day: String
    let expected: String
    let eightInTen: String
    let whoItTakes: String
    let hoursOfWork: String

    init(_ words: ReportWords) {
        dayByDay = words.pick("Day by day", "Dzień po dniu", "Diena pēc dienas")
        dailyFigures = words.pick(
            "Figures of each day", "Liczby z każdego dnia", "Katras dienas skaitļi")
        sideBySide = words.pick("Side by side", "Obok siebie", "Blakus")
        busiestDay = words.pick("Busiest day", "Szczytowy dzień", "Rosīgākā diena")
        standOut = words.pick(
            "Days that stood out", "Dni odbiegające od normy", "Neparastas dienas")
        rising = words.pick(
            "Rising in the last seven days", "Zyskało przez ostatnie siedem dni",
            "Biežāk pēdējās septiņās dienās")
        noRising = words.pick(
            "No word rose clearly.", "Żadne słowo wyraźnie nie zyskało.",
            "Neviens vārds nav kļuvis izteikti biežāks.")
        term = words.pick("Word or phrase", "Słowo lub zwrot", "Vārds vai frāze")
        lastSevenDays = words.pick("Last 7 days", "Ostatnie 7 dni", "Pēdējās 7 dienas")
        beforeAWeek = words.pick(
            "Before, per week", "Wcześniej, na tydzień", "Pirms tam, nedēļā")
        zScore = words.pick("z-score", "wynik z", "z vērtība")
        example = words.pick("Example", "Przykład", "Piemērs")
        weekByWeek = words.pick(
            "Share of voice by week", "Udział w głosie według tygodni", "Balss daļa pa nedēļām")
        week = words.pick("Week", "Tydzień", "Nedēļa")
        whenPeopleWrite = words.pick(
            "When people write", "Kiedy ludzie piszą", "Kad cilvēki raksta")
        weekday = words.pick("Weekday", "Dzień tygodnia", "Nedēļas diena")
        aDay = words.pick("Mentions a day", "Wzmianki dziennie", "Pieminējumi dienā")
        usualBand = words.pick("Usual range", "Zwykły zakres", "Parastais diapazons")
        daySoFar = words.pick(
            "Last day, so far", "Ostatni dzień, dotychczas", "Pēdējā diena līdz šim")
        inPart = words.pick("in part", "niepełny", "nepilna")
        positiveAndNegative = words.pick(
            "Positive above, negative below", "Pozytywne u góry, negatywne u dołu",
            "Pozitīvie augšā, negatīvie lejā")
        reviewersSaid = words.pick(
            "What reviewers said of the tags", "Co recenzenci mówią o znacznikach",
            "Ko vērtētāji saka par birkām")
        tagColumn = words.pick(
            "Tag", "Znacznik", "Birka")
        given = words.pick(
            "Given", "Nadane", "Piešķirta")
        corrected = words.pick(
            "Wrong", "Błędne", "Nepareiza")
        missed = words.pick(
            "Missing", "Brakujące", "Trūkst")
        hitRate = words.pick(
            "Hit rate", "Trafność", "Precizitāte")
        hitRateNote = words.pick(
            "The share of what the rules gave that nobody corrected; what nobody looked at counts as right.",
            "Część tego, co nadały reguły, której nikt nie poprawił; to, czego nikt nie obejrzał, liczy się jako trafne.",
            "Daļa no noteikumu piešķirtā, ko neviens nelaboja; neapskatītais skaitās pareizs.")
        weekBefore = words.pick(
            "Seven days before", "Siedem dni wcześniej", "Septiņas dienas pirms tam")
        meanwhile = words.pick(
            "Meanwhile", "W trakcie", "Tobrīd")
        weekAfter = words.pick(
            "Seven days after", "Siedem dni później", "Septiņas dienas pēc tam")
        sinceThen = words.pick("Since then", "Od tamtej pory", "Kopš tā laika")
        dayAfterDay = words.pick(
            "The days themselves", "Same dni", "Pašas dienas")
        newAndLost = words.pick(
            "Sources that came or went", "Źródła, które pojawiły się lub zniknęły",
            "Avoti, kas parādījās vai pazuda")
        whoBegan = words.pick(
            "Who began what others repeated", "Kto zaczął to, co inni powtórzyli",
            "Kas sāka to, ko citi atkārtoja")
        voice = words.pick("Voice", "Głos", "Balss")
        noRepeats = words.pick(
            "Nobody repeated anybody.", "Nikt nikogo nie powtórzył.", "Neviens nevienu neatkārtoja."
        )
        repeats = words.pick(
            "Repeats", "Powtórzenia", "Atkārtojumi")
        repeaters = words.pick(
            "By others", "Przez innych", "No citiem")
        planning = words.pick(
            "Planning", "Planowanie", "Plānošana")
        targets = words.pick(
            "Targets", "Cele", "Mērķi")
        nextSevenDays = words.pick(
            "The next seven days", "Najbliższe siedem dni", "Nākamās septiņas dienas")
        noForecast = words.pick(
            "A forecast needs five weeks to learn from.",
            "Prognoza potrzebuje pięciu tygodni danych.", "Prognozei vajag piecu nedēļu datus.")
        day = words.pick(
            "Day", "Dzień", "Diena")
        expected = words.pick(
            "Posts expected", "Spodziewane wpisy", "Gaidāmie ieraksti")
        eightInTen = words.pick(
            "Eight days in ten", "Osiem dni na dziesięć", "Astoņas dienas no desmit")
        whoItTakes = words.pick(
            "Who it takes to answer", "Kogo trzeba do odpowiedzi", "Kas vajadzīgs atbildēm")
        hoursOfWork = words.pick(
            "Hours", "Godziny", "Stundas")
    }
}
