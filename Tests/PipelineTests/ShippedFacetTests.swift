import Model
import Pipeline
import Testing

/// Posts as people write them, read by the shipped facets; all are invented.
struct ShippedFacetTests {
    /// A post, the values it must have, and those that it must not have.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let has: [String]
        let lacks: [String]

        init(_ text: String, _ has: [String], not lacks: [String] = []) {
            self.text = text
            self.has = has
            self.lacks = lacks
        }

        var testDescription: String { text }
    }

    /// Read once: the rules are long.
    private static let tagger = Result {
        Tagger(rules: try TestWorkspace.shipped.loadRules().rules)
    }

    @Test(arguments: [
        Case(
            "Your app crashes every time I open the basket", ["touchpoint:app", "stage:use"],
            not: ["touchpoint:store"]),
        Case(
            "Great app, so easy to use and so quick",
            ["touchpoint:app", "aspect:convenience", "aspect:time"]),
        Case("I appreciate the help", [], not: ["touchpoint:app"]),
        Case("Downloaded it from the app store", [], not: ["touchpoint:store"]),
        Case(
            "40 minutes on hold and then they hung up on me, fed up",
            ["touchpoint:phone", "emotion:anger"]),
        Case("My phone has a cracked screen", [], not: ["touchpoint:phone"]),
        Case("I emailed you on Monday and still waiting", ["touchpoint:email", "aspect:time"]),
        Case("Your website is down, I can't place my order", ["touchpoint:web"]),
        Case(
            "Courier left the parcel in the rain, three days late",
            ["touchpoint:delivery", "aspect:time"]),
        Case("You charged me twice, I want a refund", ["touchpoint:billing"]),
        Case("Who's in charge of the playlist?", [], not: ["touchpoint:billing"]),
        Case("The staff in the store were lovely", ["touchpoint:staff", "touchpoint:store"]),
        Case("The lift is out of service again", [], not: ["touchpoint:staff"]),
        Case("Never heard of them before I saw the ad", ["stage:awareness"]),
        Case(
            "Is it worth switching? Anyone tried them?", ["stage:consideration"],
            not: ["stage:purchase"]),
        Case("Just bought one, paid by card", ["stage:purchase"]),
        Case("Loyal customer for ten years, would recommend", ["stage:loyalty"]),
        Case("Never again, cancelling my contract", ["stage:loyalty"]),
        Case("Overpriced coffee, and the discount is gone", ["aspect:price"]),
        Case("The cup fell apart, terrible quality", ["aspect:quality"]),
        Case("Spent quality time with my kids", [], not: ["aspect:quality"]),
        Case("Can't wait to try the new one!", ["emotion:joy"], not: ["aspect:time"]),
        Case("Love the new seats", ["emotion:joy"]),
        Case("I used to love this place, now it's just overpriced", [], not: ["emotion:joy"]),
        Case("Nie mogę się doczekać weekendu", ["emotion:joy"]),
        Case("Szósta rano, młot pneumatyczny. Kocham remonty", [], not: ["emotion:joy"]),
        Case("What's the difference between Max and Plus? So confusing", ["aspect:clarity"]),
        Case("I'm worried, is my data safe?", ["emotion:worry"]),
        Case("No worries, it's fixed now", [], not: ["emotion:worry"]),
        Case("Never disappoints", [], not: ["emotion:disappointment"]),
        Case("Expected better, so disappointed", ["emotion:disappointment"]),
        Case(
            "Two hours in line at the branch, one counter open",
            ["touchpoint:store", "aspect:time"]),
        Case("The board met for forty minutes", [], not: ["aspect:time"]),
        Case("Their site won't take my card", ["touchpoint:web"]),
        Case("The box came crushed", ["touchpoint:delivery"]),
        Case("Torn between the two, which one would you pick?", ["stage:consideration"]),
        Case("We're done for good. Never again", ["stage:loyalty"]),
        Case("The app says one thing and the site another", ["aspect:clarity"]),
        Case("My blood is boiling", ["emotion:anger"]),
        Case("Happy as a kid", ["emotion:joy"]),
    ])
    func `English posts are about what people read in them`(post: Case) throws {
        try expect(post, .english)
    }

    @Test(arguments: [
        Case(
            "Aplikacja wywala się przy logowaniu, od rana nie działa",
            ["touchpoint:app", "stage:use"]),
        Case(
            "Nowa apka super, wszystko przejrzyste i wygodne",
            ["touchpoint:app", "aspect:convenience"]),
        Case("Apel do kierowców o ostrożność", [], not: ["touchpoint:app"]),
        Case(
            "Od godziny próbuję się dodzwonić na infolinię", ["touchpoint:phone"],
            not: ["aspect:price"]),
        Case("Kupiłam nowy telefon", ["stage:purchase"], not: ["touchpoint:phone"]),
        Case("Napisałam maila w piątek i cisza", ["touchpoint:email"]),
        Case("Na waszej stronie internetowej jest inna cena", ["touchpoint:web", "aspect:price"]),
        Case("Z drugiej strony kawa jest dobra", [], not: ["touchpoint:web"]),
        Case(
            "Kurier rzucił paczkę pod drzwi, dwa dni spóźniony",
            ["touchpoint:delivery", "aspect:time"]),
        Case("Przerwa w dostawie prądu", [], not: ["touchpoint:delivery"]),
        Case(
            "Faktura znowu wyższa, oddajcie pieniądze", ["touchpoint:billing"],
            not: ["touchpoint:store"]),
        Case(
            "Pani w sklepie przemiła, obsługa na medal",
            ["touchpoint:staff", "touchpoint:store"]),
        Case("Telefon łatwy w obsłudze", ["aspect:convenience"], not: ["touchpoint:staff"]),
        Case(
            "Długa kolejka do kasy i jedna otwarta", ["touchpoint:store", "aspect:time"],
            not: ["location:gdansk_dluga"]),
        Case("Sklep internetowy działa świetnie", ["touchpoint:web"], not: ["touchpoint:store"]),
        Case("Pierwsze słyszę o tej firmie, widziałam reklamę", ["stage:awareness"]),
        Case("Złożyłam reklamację tydzień temu", [], not: ["stage:awareness"]),
        Case("Czy warto do nich przejść? Ktoś korzysta?", ["stage:consideration"]),
        Case("Zamówiłam wczoraj, zapłaciłam blikiem", ["stage:purchase", "touchpoint:billing"]),
        Case("Używam od miesiąca i nie działa jak trzeba", ["stage:use"]),
        Case("Nigdy więcej, rezygnuję z umowy", ["stage:loyalty"]),
        Case("Jestem od lat stałą klientką i polecam", ["stage:loyalty"]),
        Case("Za drogo jak na taką kawę, podwyżka co miesiąc", ["aspect:price"]),
        Case("Spotkaliśmy się po drodze", [], not: ["aspect:price"]),
        Case("Ciasto nieświeże, jakość fatalna", ["aspect:quality"]),
        Case("Jakoś to będzie", [], not: ["aspect:quality"]),
        Case("Dostarczyli na czas", ["aspect:time"]),
        Case("Kupiłam czekoladę", [], not: ["aspect:time"]),
        Case("Nie rozumiem tej umowy, wszystko drobnym drukiem", ["aspect:clarity"]),
        Case("Jestem wściekła, szlag mnie trafia", ["emotion:anger"]),
        Case("Zawiodłam się, szkoda że tak wyszło", ["emotion:disappointment"]),
        Case("Nie martwcie się, zaraz naprawią", [], not: ["emotion:worry"]),
        Case("Kawka we Wrocławiu znowu bez mleka", ["location:wroclaw"]),
        Case(
            "W Kawce na Długiej brudno", ["location:gdansk_dluga", "location:gdansk"]),
        Case(
            "W oddziale kolejka do jednego okienka, stoję godzinę",
            ["touchpoint:store", "aspect:time"]),
        Case("Zabrali go na oddział szpitala", [], not: ["touchpoint:store"]),
        Case("Na Messengerze odpisuje bot", ["touchpoint:social"]),
        Case("Kurier rzucił karton przez płot", ["touchpoint:delivery"]),
        Case(
            "Opłata za kartę wzrosła z 5 na 12 zł, nie czaję za co",
            ["aspect:price", "aspect:clarity"]),
        Case("Zysk wzrósł o dziesięć procent", [], not: ["aspect:price"]),
        Case("Założyłam dziś konto", ["stage:purchase"]),
        Case("Od dziesięciu lat tutaj i nie zamierzam zmieniać", ["stage:loyalty"]),
        Case("Zastanawiam się, czy jutro będzie padać", [], not: ["stage:consideration"]),
        Case("Po tym wycieku nie śpię spokojnie", ["emotion:worry"]),
    ])
    func `Polish posts are about what people read in them`(post: Case) throws {
        try expect(post, .polish)
    }

    @Test(arguments: [
        Case(
            "Lietotne pēc atjauninājuma vairs nestrādā", ["touchpoint:app", "stage:use"]),
        Case("Apkārtne sakopta", [], not: ["touchpoint:app"]),
        Case("Zvanīju trīs reizes, neviens neceļ klausuli", ["touchpoint:phone"]),
        Case("Nopirku jaunu telefonu", ["stage:purchase"], not: ["touchpoint:phone"]),
        Case("Uz e-pastu neviens neatbild jau nedēļu", ["touchpoint:email"]),
        Case(
            "Mājaslapā cita cena nekā veikalā",
            ["touchpoint:web", "touchpoint:store", "aspect:price"]),
        Case(
            "Interneta veikalā viss ērti", ["touchpoint:web", "aspect:convenience"],
            not: ["touchpoint:store"]),
        Case("Sūtījums pakomātā kavējas", ["touchpoint:delivery", "aspect:time"]),
        Case("Elektrības piegāde pārtraukta", [], not: ["touchpoint:delivery"]),
        Case("Rēķinā atkal lieks maksājums, atdodiet naudu", ["touchpoint:billing"]),
        Case("Pārdevēja ļoti laipna, lieliska apkalpošana", ["touchpoint:staff"]),
        Case("Rindā stāvēju pusstundu", ["aspect:time"]),
        Case("Pirmo reizi dzirdu par tādu firmu, redzēju reklāmu", ["stage:awareness"]),
        Case("Vai ir vērts pāriet? Kādas atsauksmes?", ["stage:consideration"]),
        Case("Pasūtīju vakar, samaksāju ar karti", ["stage:purchase"]),
        Case("Lietoju jau gadu, strādā labi", ["stage:use"]),
        Case("Nekad vairs, laužu līgumu", ["stage:loyalty"]),
        Case("Pastāvīga kliente, silti iesaku", ["stage:loyalty"]),
        Case("Pārāk dārgi, atlaide nekāda", ["aspect:price"]),
        Case("Dārgie draugi, tiekamies rīt", [], not: ["aspect:price"]),
        Case("Kūka sapelējusi, kvalitāte briesmīga", ["aspect:quality"]),
        Case("Nesaprotu piedāvājumu, reklāma maldina", ["aspect:clarity"]),
        Case("Esmu sajūsmā, liels prieks", ["emotion:joy"]),
        Case("Besī ārā, tā ir nekaunība", ["emotion:anger"]),
        Case("Esmu vīlusies, gaidīju vairāk", ["emotion:disappointment"]),
        Case("Baidos, vai mani dati ir drošībā", ["emotion:worry"]),
        Case("Patīkams pārsteigums", ["emotion:surprise"]),
        Case("Rīgā Brīvības ielā tukši plaukti", ["location:riga_brivibas", "location:riga"]),
        Case("Vai arī Ogrē nav interneta?", ["location:ogre", "stage:use"]),
        Case("Zvanu kopš rīta, neviens neceļ", ["touchpoint:phone"]),
        Case("Gaidīju četrdesmit minūtes", ["aspect:time"]),
        Case("Šodien atvēru kontu", ["stage:purchase"]),
        Case("Atvēru logu", [], not: ["stage:purchase"]),
        Case("Desmit gadus pie viņiem un nekur neiešu", ["stage:loyalty"]),
        Case("Neviens nevar paskaidrot, kas tā par summu", ["aspect:clarity"]),
        Case("Biju gaidījusi ko vairāk", ["emotion:disappointment"]),
        Case("Man bail tur glabāt naudu", ["emotion:worry"]),
    ])
    func `Latvian posts are about what people read in them`(post: Case) throws {
        try expect(post, .latvian)
    }

    // MARK: - Private

    private func expect(_ post: Case, _ language: LanguageCode) throws {
        let entry = EntryText(text: post.text, language: language)
        let given = Set(try Self.tagger.get().tags(for: entry).facets.values.map(\.description))
        #expect(Set(post.has).subtracting(given) == [])
        #expect(given.intersection(post.lacks) == [])
    }
}
