/// The given names by which a person's name is told from other names of several words.
///
/// "Anna Duda" declines in both words, "Huta Szkła" in the first alone, and no ending tells them apart.
/// Those in use in Poland, with the foreign ones that are met most; pet names too.
enum PolishGivenName {
    /// `nil` when the word is no given name that is known.
    static func gender(of word: String) -> GrammaticalGender? {
        let name = word.lowercased()
        if let gender = titles[name] { return gender }
        if masculine.contains(name) { return .masculine }
        return feminine.contains(name) ? .feminine : nil
    }

    /// Whether a word is no name, but stands before one and declines with it: `Babcia Zosia`.
    static func isTitle(_ word: String) -> Bool {
        titles[word.lowercased()] != nil
    }

    // MARK: - Private

    private static let titles: [String: GrammaticalGender] = [
        "babcia": .feminine, "brat": .masculine, "ciocia": .feminine, "doktor": .masculine,
        "dziadek": .masculine, "hrabia": .masculine, "kapitan": .masculine, "król": .masculine,
        "królowa": .feminine, "książę": .masculine, "mama": .feminine, "matka": .feminine,
        "miś": .masculine, "mistrz": .masculine, "pan": .masculine, "pani": .feminine,
        "profesor": .masculine, "siostra": .feminine, "szef": .masculine, "wujek": .masculine,
    ]

    private static let masculine = names(
        """
        adam adolf adrian albert albin aleks aleksander aleksy alfred alojzy amadeusz ambroży anatol
        andrzej antek antoni apoloniusz ariel arkadiusz arnold artur august augustyn aureliusz barnaba
        bartek bartłomiej bartosz bazyli benedykt beniamin bernard błażej bogdan bogumił bogusław
        bohdan bolesław bonifacy borys bronisław bruno brunon cezary cyprian cyryl czesław damian daniel
        dariusz darek dawid denis dezydery dionizy dominik donald dorian edmund edward edwin eligiusz
        emanuel emil emilian erazm ernest eryk eugeniusz eustachy fabian feliks ferdynand filip florian
        franciszek franek fryderyk gabriel gaweł gerard grzegorz grzesiek gustaw hektor henryk herbert
        hieronim hilary hipolit hubert hugo ignacy igor ireneusz iwan iwo izydor jacek jakub jan janek
        janusz jarek jarema jarosław jasiek jeremi jeremiasz jerzy jędrzej joachim jonasz jonatan jordan
        józef józek julian juliusz jurek justyn kacper kajetan kamil karol kazimierz kevin klaudiusz
        klemens kleofas konrad konstanty kordian kornel kosma krystian krzysiek krzysztof ksawery kuba lech
        lechosław leo leon leonard leopold leszek longin lucjan ludwik łukasz maciej maciek maks
        maksym maksymilian manfred marcel marceli marcin marek marian mariusz mateusz maurycy melchior
        michał mieczysław mieszko mikołaj miłosz mirek miron mirosław nataniel nikodem norbert olaf
        olek olgierd oliwer oliwier onufry oskar otto otton patryk paweł piotr piotrek prokop
        przemek przemysław radek radosław rafał rajmund remigiusz robert roch roland roman romuald rudolf
        ryszard salomon samuel sebastian sergiusz seweryn sławek sławomir stanisław stefan sylwester
        szczepan szymon tadeusz teodor teofil tobiasz tomasz tomek tymon tymoteusz tytus wacław waldek
        waldemar walenty walerian walery walter wawrzyniec wiesław wiktor wilhelm wincenty witek
        witold władysław włodzimierz wojciech wojtek xawery zachariasz zbigniew zbyszek zdzisław
        zenon ziemowit krzysio józio kazio stasio henio gienio franio kubuś zygfryd zygmunt żelisław
        adriano albrecht alberto alex alexandre alexander andre andreas andrew anthony antonio ben bill bob boris brian bruce carl carlos
        charles chris christian christopher dan dave david diego dmitrij donald eddie elias elon emmanuel eric francis
        frank fritz george gianni gerald giovanni gordon günter hans harry heinrich helmut henri henry igor ivan jerry larry andy gary jack
        james jason jeff jim joe john jorge jose josef joseph josh juan jurgen karl keith ken kurt lars
        lewis liam luca luigi luis luke marco mario mark martin matt max michael miguel mike mohammed noah nick
        olaf oleg oliver oscar patrick paul pedro peter petr philip ralf ray richard rick rob roger
        roy ryan sam scott sergiej simon stephen steve steven taras ted thomas tim todd tom tony vaclav
        viktor vladimir wasyl william wolfgang wołodymyr
        """)

    private static let feminine = names(
        """
        ada adela adelajda adrianna agata agnieszka aldona aleksandra alfreda alicja alina amanda amelia
        anastazja anatolia aneta angela angelika ania aniela anita anna antonina apolonia ariana asia
        augustyna aurelia barbara basia beata benedykta berenika bernadeta bianka blanka błażena bogna
        bogumiła bogusława bożena bronisława brygida cecylia celina czesława dagmara dagna danuta daria
        dominika dorota edyta ela eleonora eliza elwira elżbieta emilia emma eryka estera eugenia eulalia
        ewa ewelina fabiola felicja filomena flora florentyna franciszka gabriela gaja genowefa gertruda
        gosia grażyna halina hania hanka hanna helena henryka honorata hortensja ida iga ilona inga inka
        irena irma iwona iza izabela jadwiga jadzia jagna jagoda janina jarosława joanna jola jolanta
        jowita józefa judyta julia julianna julita justyna kaja kalina kamila karina karolina kasia
        katarzyna kazimiera kinga klara klaudia klementyna kleopatra konstancja kornelia krysia krystyna
        ksenia kunegunda laura lena leokadia liliana lilla lidia liwia lucyna ludmiła ludwika luiza łucja
        magda magdalena maja malina małgorzata marcelina maria marianna marika mariola marlena marta
        martyna maryla marzena matylda melania mia michalina milena mira mirosława monika natalija nataliia nadia nadzieja
        natalia natasza nela nikola nina nora oksana ola oktawia olena olga oliwia otylia patrycja paula
        paulina pelagia petronela pola regina rita roma romana rozalia róża roksana rozalia ruta ryszarda
        sabina salomea sandra sara saszka serafina sonia stanisława stefania stella sylwia tamara tatiana
        tekla teodora teresa tola tosia urszula ula wanda wera weronika wiera wiesława wiktoria wisława wioletta
        władysława zdzisława zofia zosia zuzanna zuzia zyta żaneta żanna
        alexandra andrea angelina anja camilla carla carmen charlotte chloe christina claudia diana
        elena elisabeth emily eva fatima gloria grace hannah helen ingrid isabella iryna jane jennifer
        jessica julie karen kate laila laura linda lisa lucia lucy maja mariana marie mary maya megan
        melissa michelle mila miriam nicole noemi olivia petra sarah scarlett sofia sophia sophie stella
        susan svitlana ursula doda taylor valentina vanessa victoria
        """)

    private static func names(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
