import Model
import Pipeline
import Testing

/// Posts as people write them, read by the shipped rules; all are invented.
struct ShippedToneTests {
    /// Read once: the lexicons are long.
    private static let tagger = Result {
        Tagger(rules: try TestWorkspace.shipped.loadRules().rules)
    }

    @Test(
        arguments: [
            ("huge thanks to the night shift, sorted in ten minutes", .positive),
            ("finally an app that just works", .positive),
            ("best flat white in town, hands down", .positive),
            ("can't wait for the new store to open 🎉", .positive),
            ("the crew were so kind to my kids", .positive),
            ("no complaints at all, smooth from start to finish", .positive),
            ("obsessed with these buns", .positive),
            ("fast, cheap and friendly", .positive),
            ("I'm impressed, they called me back within the hour", .positive),
            ("you guys rock!", .positive),
            ("on hold for two hours and then cut off", .negative),
            ("third delay this week, what a joke", .negative),
            ("my bag is lost and nobody cares", .negative),
            ("your website is down again", .negative),
            ("charged twice and still no refund", .negative),
            ("worst customer service ever", .negative),
            ("so tired of your excuses", .negative),
            ("the new update broke everything", .negative),
            ("cold food, rude waiter, never again", .negative),
            ("how hard can it be to answer an email?!", .negative),
            ("we open at nine on Saturdays", .neutral),
            ("does this plan include roaming?", .neutral),
            ("the company will publish its results on Monday", .neutral),
            ("which gate does it leave from?", .neutral),
            ("I live next to the harbour", .neutral),
            ("meeting at ten, agenda attached", .neutral),
        ] as [(String, Sentiment.Label)])
    func `English posts have the tone that people read in them`(
        text: String, label: Sentiment.Label
    ) throws {
        try expect(text, .english, label)
    }

    @Test(
        arguments: [
            ("dzięki za szybką pomoc, pani z infolinii złoty człowiek", .positive),
            ("kurier przed czasem i jeszcze uśmiechnięty, da się!", .positive),
            ("w końcu ktoś ogarnął temat, brawo wy", .positive),
            ("swietna kawa i mila obsluga, na pewno wroce", .positive),
            ("kocham wasze drożdżówki ❤️", .positive),
            ("nowa apka śmiga aż miło", .positive),
            ("nie mogę się doczekać otwarcia na Podgórzu", .positive),
            ("najlepszy serwis w mieście, polecam z całego serca", .positive),
            ("zero problemów z rejestracją, wszystko działa", .positive),
            ("ale petarda ten nowy smak 😍", .positive),
            ("jaram się nową kolekcją", .positive),
            ("szacun za reakcję, sprawa załatwiona w godzinę", .positive),
            ("naprawili router w pół dnia, jestem pod wrażeniem", .positive),
            ("smacznie, tanio i bez czekania", .positive),
            ("pierwszy raz od lat jestem zadowolona z operatora", .positive),
            ("od trzech dni nie mam internetu i nikt nie odbiera", .negative),
            ("kolejna podwyżka, zdzierstwo w biały dzień", .negative),
            ("ile można czekać na odpowiedź na maila?!", .negative),
            ("paczka zgniotła się jak harmonijka, brak słów", .negative),
            ("zasieg lezy i kwiczy, dramat", .negative),
            ("żenada, obiecali oddzwonić i cisza", .negative),
            ("apka znowu wywala przy logowaniu", .negative),
            ("nie polecam nikomu, omijać szerokim łukiem", .negative),
            ("kawa zimna, kelner obrażony, nigdy więcej", .negative),
            ("straciłam godzinę na infolinii i nic", .negative),
            ("co za cyrk z tymi fakturami", .negative),
            ("wkurza mnie ten wasz czat z botem", .negative),
            ("zepsuliście aplikację ostatnią aktualizacją", .negative),
            ("mam dość tej sieci, zmieniam operatora", .negative),
            ("oszukali mnie na rachunku 😡", .negative),
            ("jutro otwieramy salon przy ulicy Długiej 12", .neutral),
            ("czy ktoś wie, do której czynne w niedzielę?", .neutral),
            ("konferencja rozpocznie się o godzinie dziesiątej", .neutral),
            ("spółka podała wyniki za trzeci kwartał", .neutral),
            ("szukam pracy w gastronomii w Gdańsku", .neutral),
            ("jadę pociągiem do Poznania", .neutral),
        ] as [(String, Sentiment.Label)])
    func `Polish posts have the tone that people read in them`(text: String, label: Sentiment.Label)
        throws
    {
        try expect(text, .polish, label)
    }

    @Test(
        arguments: [
            ("paldies par ātro palīdzību, esat malači", .positive),
            ("beidzot kāds atbild uz zvaniem, prieks", .positive),
            ("visgaršīgākās bulciņas pilsētā 😍", .positive),
            ("jaunā lietotne strādā zibenīgi, patīk", .positive),
            ("foršs kolektīvs un laipna apkalpošana", .positive),
            ("nevaru vien sagaidīt atvēršanu", .positive),
            ("esmu sajūsmā par jauno veikalu", .positive),
            ("silti iesaku visiem", .positive),
            ("viss kārtībā, salaboja vienā dienā", .positive),
            ("labakais internets kads man bijis", .positive),
            ("mmm, tik garšīga kafija", .positive),
            ("cepuri nost par tik ātru reakciju", .positive),
            ("jau trešo dienu nav interneta un neviens neceļ telefonu", .negative),
            ("atkal nestrādā lietotne, besī", .negative),
            ("cik ilgi var gaidīt atbildi?!", .negative),
            ("pārdevēja rupja, kafija auksta, vairs nekad", .negative),
            ("cenas kosmosā, kvalitāte nekāda", .negative),
            ("apkrāpa mani rēķinā", .negative),
            ("neiesaku nevienam, izmesta nauda", .negative),
            ("kārtējā kļūda rēķinā, kauns", .negative),
            ("lapa uzkaras katru vakaru", .negative),
            ("nekauniga attieksme pret klientiem", .negative),
            ("vīlos, solīja un nepiegādāja", .negative),
            ("šausmas, nevar sazvanīt jau nedēļu", .negative),
            ("rīt atveram jaunu veikalu Liepājā", .neutral),
            ("cikos jūs svētdien slēdzat?", .neutral),
            ("sanāksme sāksies pulksten desmitos", .neutral),
            ("meklēju darbu Rīgā", .neutral),
            ("braucu ar vilcienu uz Siguldu", .neutral),
            ("uzņēmums paziņoja trešā ceturkšņa rezultātus", .neutral),
        ] as [(String, Sentiment.Label)])
    func `Latvian posts have the tone that people read in them`(
        text: String, label: Sentiment.Label
    ) throws {
        try expect(text, .latvian, label)
    }

    // MARK: - Private

    private func expect(_ text: String, _ language: LanguageCode, _ label: Sentiment.Label) throws {
        let tags = try Self.tagger.get().tags(for: EntryText(text: text))
        #expect(tags.language.code == language)
        #expect(tags.sentiment.label == label)
    }
}
