<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>Version {version}. MIT licence.</source>
        <translation>Version {version}. MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Quotes come from Yahoo Finance for personal use. They may be late or wrong. No affiliation, no advice.</source>
        <translation>Kurse kommen von Yahoo Finance, zum persönlichen Gebrauch. Sie können verspätet oder falsch sein. Keine Verbindung zu Yahoo, keine Beratung.</translation>
    </message>
    <message>
        <source>Made with Qt {version} under the LGPL, version 3, and with:</source>
        <translation>Gebaut mit Qt {version} unter der LGPL, Version 3, und mit:</translation>
    </message>
    <message>
        <source>About watcher</source>
        <translation>Über watcher</translation>
    </message>
    <message>
        <source>Prices, bars, headlines and release dates are asked of Yahoo Finance, at these hosts:</source>
        <translation>Kurse, Kerzen, Schlagzeilen und Termine werden bei Yahoo Finance abgefragt, auf diesen Servern:</translation>
    </message>
    <message>
        <source>Links in event cards open in your browser. Nothing else is contacted; nothing is sent about you.</source>
        <translation>Links in Ereigniskarten öffnen sich im Browser. Sonst wird nichts kontaktiert und nichts Persönliches gesendet.</translation>
    </message>
    <message>
        <source>What watcher contacts</source>
        <translation>Was watcher kontaktiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AlertEditor</name>
    <message>
        <source>Change the alert on {symbol}</source>
        <translation>Kursalarm für {symbol} ändern</translation>
    </message>
    <message>
        <source>Alert on {symbol}</source>
        <translation>Kursalarm für {symbol}</translation>
    </message>
    <message>
        <source>Tell me when it</source>
        <translation>Melden, wenn er</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>above</source>
        <translation>darüber</translation>
    </message>
    <message>
        <source>below</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Gezählt ab</translation>
    </message>
    <message>
        <source>Price in {currency}</source>
        <translation>Kurs in {currency}</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source> d</source>
        <translation> d</translation>
    </message>
    <message>
        <source>Before it opens</source>
        <translation>Vor dem Beginn</translation>
    </message>
    <message>
        <source>All of these words</source>
        <translation>Alle diese Wörter</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Again once it went back by, in percent</source>
        <translation>Wieder nach einem Rückgang um, in Prozent</translation>
    </message>
    <message>
        <source>And not before</source>
        <translation>Und nicht vor Ablauf von</translation>
    </message>
    <message>
        <source>Ends at a time</source>
        <translation>Endet zu einer Zeit</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <translation>ddd d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>Until ({city})</source>
        <translation>Bis ({city})</translation>
    </message>
    <message>
        <source>Early and late trading too</source>
        <translation>Auch vor- und nachbörslich</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Handelszeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Kursalarme</translation>
    </message>
    <message>
        <source>What fired</source>
        <translation>Was ausgelöst hat</translation>
    </message>
    <message>
        <source>No alerts yet. Press A at a price in the chart.</source>
        <translation>Noch keine Kursalarme. Im Chart bei einem Kurs A drücken.</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Kursalarm</translation>
    </message>
    <message>
        <source>Show {symbol}</source>
        <translation>{symbol} zeigen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>What can be done with this event</source>
        <translation>Was mit diesem Ereignis möglich ist</translation>
    </message>
    <message>
        <source>Star: keep among the notable ones (S)</source>
        <translation>Stern: unter „Wichtig“ behalten (S)</translation>
    </message>
    <message>
        <source>Write your note on this event (E)</source>
        <translation>Notiz zu diesem Ereignis schreiben (E)</translation>
    </message>
    <message>
        <source>Choose what it is about (C)</source>
        <translation>Thema wählen (C)</translation>
    </message>
    <message>
        <source>Remove this card; it can be undone (Del)</source>
        <translation>Karte entfernen; lässt sich rückgängig machen (Entf)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Your note on this event</source>
        <translation>Notiz zu diesem Ereignis</translation>
    </message>
    <message>
        <source>Your note. Enter keeps it.</source>
        <translation>Notiz. Enter behält sie.</translation>
    </message>
    <message>
        <source>What it is about: {name}</source>
        <translation>Thema: {name}</translation>
    </message>
    <message>
        <source>Open {host} in the browser (Enter)</source>
        <translation>{host} im Browser öffnen (Enter)</translation>
    </message>
    <message>
        <source>Take the star off</source>
        <translation>Stern wegnehmen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Instrument</source>
        <translation>Wertpapier</translation>
    </message>
    <message>
        <source>Kept now</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Show line {line}</source>
        <translation>Zeile {line} zeigen</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Back to {range}</source>
        <translation>Zurück zu {range}</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>BEISPIEL</translation>
    </message>
    <message>
        <source>No chart of {name} yet</source>
        <translation>Noch kein Chart zu {name}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No bars of {name} here</source>
        <translation>Keine Kurse zu {name} hier</translation>
    </message>
    <message>
        <source>Yahoo has no prices of this size for the range. Choose another range or bar size.</source>
        <translation>Yahoo hat für diesen Zeitraum keine Kurse dieser Größe. Anderen Zeitraum oder andere Größe wählen.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Go on watching your alerts?</source>
        <translation>Kursalarme weiter beobachten?</translation>
    </message>
    <message>
        <source>This desktop shows no tray in which the program could go on. Minimised, it goes on watching your alerts; once you quit, it watches nothing until the next start. The answer is remembered; “Alerts and tray” in the menu changes it.</source>
        <translation>Diese Arbeitsfläche zeigt keinen Infobereich, in dem das Programm weiterlaufen könnte. Minimiert beobachtet es die Kursalarme weiter; nach dem Beenden beobachtet es bis zum nächsten Start nichts. Die Antwort wird gemerkt; „Kursalarme und Infobereich“ im Menü ändert sie.</translation>
    </message>
    <message>
        <source>Go on minimised</source>
        <translation>Minimiert weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The program goes on in the tray</source>
        <translation>Das Programm läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Closing the window hides it; your alerts are watched on. A click on the icon in the tray brings the window back, “Quit” in its menu ends the program.</source>
        <translation>Schließen blendet das Fenster aus; die Kursalarme werden weiter beobachtet. Ein Klick auf das Symbol im Infobereich bringt das Fenster zurück, „Beenden“ in seinem Menü beendet das Programm.</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie anfangs</translation>
    </message>
</context>
<context>
    <name>ColumnRows</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Table whose columns are shown</source>
        <translation>Tabelle, deren Spalten gezeigt werden</translation>
    </message>
</context>
<context>
    <name>CountdownCard</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Past windows ▸</source>
        <translation>Frühere Zeiträume ▸</translation>
    </message>
    <message>
        <source>Past windows of results, and setting a date</source>
        <translation>Frühere Zeiträume der Ergebnisse, und Termin setzen</translation>
    </message>
    <message>
        <source>Set a date</source>
        <translation>Termin setzen</translation>
    </message>
</context>
<context>
    <name>CurrencyMenu</name>
    <message>
        <source>Portfolio currency</source>
        <translation>Portfoliowährung</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>DecisionsPanel</name>
    <message>
        <source>How the file was read</source>
        <translation>Wie die Datei gelesen wurde</translation>
    </message>
    <message>
        <source>Line of the header</source>
        <translation>Zeile mit den Spaltenköpfen</translation>
    </message>
    <message>
        <source>Currency of prices that have none</source>
        <translation>Währung von Kursen ohne Angabe</translation>
    </message>
    <message>
        <source>Header in line</source>
        <translation>Kopf in Zeile</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Other prices in</source>
        <translation>Übrige Kurse in</translation>
    </message>
</context>
<context>
    <name>DesktopStart</name>
    <message>
        <source>{path} could not be changed; the program starts with the desktop as before.</source>
        <translation>{path} konnte nicht geändert werden; das Programm startet wie bisher mit der Arbeitsfläche.</translation>
    </message>
</context>
<context>
    <name>DesktopWay</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Snooze 1&#xa0;h</source>
        <translation>1&#xa0;h pausieren</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>Ausschalten</translation>
    </message>
</context>
<context>
    <name>DigitRow</name>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>DockHeading</name>
    <message>
        <source>Hide {title}</source>
        <translation>{title} ausblenden</translation>
    </message>
    <message>
        <source>Drag to move; double click to float or dock</source>
        <translation>Ziehen verschiebt; Doppelklick löst ab oder dockt an</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>This is the sample&apos;s portfolio, which is forgotten; your own is kept live.</source>
        <translation>Dies ist das Portfolio des Beispiels, es wird nicht behalten; das eigene wird live geführt.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Nothing watched yet. Type a name, ISIN or WKN, or drop a file.</source>
        <translation>Noch nichts beobachtet. Name, ISIN oder WKN eingeben oder eine Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for an instrument</source>
        <translation>Wertpapier suchen</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Search these events (/)</source>
        <translation>Diese Ereignisse durchsuchen (/)</translation>
    </message>
    <message>
        <source>Search these events</source>
        <translation>Diese Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>Headline, note, category, source</source>
        <translation>Schlagzeile, Notiz, Thema, Quelle</translation>
    </message>
    <message>
        <source>Show all.</source>
        <translation>Alle zeigen.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>ExportDoor</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Take in an export</source>
        <translation>Export übernehmen</translation>
    </message>
    <message>
        <source>Exports of watcher (*.json *.csv)</source>
        <translation>Exporte von watcher (*.json *.csv)</translation>
    </message>
</context>
<context>
    <name>FateChips</name>
    <message>
        <source>Which lines are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
</context>
<context>
    <name>FateHeader</name>
    <message>
        <source>What becomes of each line</source>
        <translation>Was aus jeder Zeile wird</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Selected instrument</source>
        <translation>Gewähltes Wertpapier</translation>
    </message>
    <message>
        <source>52 weeks</source>
        <translation>52 Wochen</translation>
    </message>
    <message>
        <source>Price {price}</source>
        <translation>Kurs {price}</translation>
    </message>
    <message>
        <source>Change {change}, {percent}</source>
        <translation>Änderung {change}, {percent}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Lines and changes</source>
        <translation>Zeilen und Änderungen</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>ImportDoor</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Tables and lists (*.csv *.tsv *.txt *.tab)</source>
        <translation>Tabellen und Listen (*.csv *.tsv *.txt *.tab)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>List that the instruments go to</source>
        <translation>Liste, in die die Wertpapiere kommen</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>In die Liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel, nothing is written</source>
        <translation>Abbrechen, nichts wird geschrieben</translation>
    </message>
</context>
<context>
    <name>ImportSide</name>
    <message>
        <source>Questions and decisions</source>
        <translation>Fragen und Entscheidungen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>Wie gelesen wurde</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Wissenswertes</translation>
    </message>
    <message>
        <source>{title} {count}</source>
        <translation>{title} {count}</translation>
    </message>
</context>
<context>
    <name>ImportTop</name>
    <message>
        <source>Read it afresh</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Search an instrument</source>
        <translation>Wertpapier suchen</translation>
    </message>
    <message>
        <source>Instrument before, after</source>
        <translation>Voriges, nächstes Wertpapier</translation>
    </message>
    <message>
        <source>Range, from one day to all years</source>
        <translation>Zeitraum, von einem Tag bis zu allen Jahren</translation>
    </message>
    <message>
        <source>Alert at the crosshair, or at the price now</source>
        <translation>Kursalarm am Fadenkreuz oder zum jetzigen Kurs</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>First page on the left, with 2 and 3 the others</source>
        <translation>Erste Seite links, mit 2 und 3 die anderen</translation>
    </message>
    <message>
        <source>Hide amounts, show them</source>
        <translation>Beträge verbergen, zeigen</translation>
    </message>
    <message>
        <source>Next pane, with Shift the one before</source>
        <translation>Nächster Bereich, mit Umschalt der vorige</translation>
    </message>
    <message>
        <source>Close what was opened last</source>
        <translation>Zuletzt Geöffnetes schließen</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Import copied rows or files</source>
        <translation>Kopierte Zeilen oder Dateien importieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A moment of the story</source>
        <translation>Eine Station der Geschichte</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>Abspielen, Pause</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Crosshair bar by bar</source>
        <translation>Fadenkreuz von Kerze zu Kerze</translation>
    </message>
    <message>
        <source>Closer, wider</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>First bar, to now</source>
        <translation>Erste Kerze, zu jetzt</translation>
    </message>
    <message>
        <source>Scale fits by itself</source>
        <translation>Achse passt sich an</translation>
    </message>
    <message>
        <source>Shift and click</source>
        <translation>Umschalt und Klick</translation>
    </message>
    <message>
        <source>Alert at that price</source>
        <translation>Kursalarm zu diesem Kurs</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom about the pointer, with Ctrl about now</source>
        <translation>Um den Zeiger zoomen, mit Strg um jetzt</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Umschalt und ziehen</translation>
    </message>
    <message>
        <source>Measure change, bars and days</source>
        <translation>Änderung, Kerzen und Tage messen</translation>
    </message>
    <message>
        <source>Drag on an axis</source>
        <translation>Achse ziehen</translation>
    </message>
    <message>
        <source>Stretch it</source>
        <translation>Dehnen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Back to the range</source>
        <translation>Zurück zum Zeitraum</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Move the rows</source>
        <translation>Zeilen verschieben</translation>
    </message>
    <message>
        <source>Remove the rows</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Copy, paste symbols</source>
        <translation>Symbole kopieren, einfügen</translation>
    </message>
    <message>
        <source>Rename the section or the list</source>
        <translation>Abschnitt oder Liste umbenennen</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Transactions of the position</source>
        <translation>Transaktionen der Position</translation>
    </message>
    <message>
        <source>Add a transaction</source>
        <translation>Neue Transaktion</translation>
    </message>
    <message>
        <source>Remove the position</source>
        <translation>Position entfernen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Kursalarme</translation>
    </message>
    <message>
        <source>Show the instrument</source>
        <translation>Wertpapier zeigen</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Kursalarm entfernen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Your note on it</source>
        <translation>Notiz dazu</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Remove the card</source>
        <translation>Karte entfernen</translation>
    </message>
    <message>
        <source>Open its link; fold a day</source>
        <translation>Link öffnen; Tag zuklappen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LayersMenu</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Average (SMA)</source>
        <translation>Durchschnitt (SMA)</translation>
    </message>
    <message>
        <source>Exponential (EMA)</source>
        <translation>Exponentiell (EMA)</translation>
    </message>
    <message>
        <source>Split-adjusted, not dividend-adjusted</source>
        <translation>Um Splits bereinigt, nicht um Dividenden</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Letzter Kurs</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>Schlagzeilen</translation>
    </message>
    <message>
        <source>Expected results</source>
        <translation>Erwartete Ergebnisse</translation>
    </message>
    <message>
        <source>My trades</source>
        <translation>Käufe und Verkäufe</translation>
    </message>
    <message>
        <source>My alerts</source>
        <translation>Eigene Kursalarme</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Bollinger bands (20 bars, 2 σ)</source>
        <translation>Bollinger-Bänder (20&#xa0;Kerzen, 2&#xa0;σ)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>{title}: lengths in bars</source>
        <translation>{title}: Längen in Kerzen</translation>
    </message>
    <message>
        <source>20, 50</source>
        <translation>20, 50</translation>
    </message>
    <message>
        <source>Lengths in bars, separated by commas; empty for none</source>
        <translation>Längen in Kerzen, durch Komma getrennt; leer für keine</translation>
    </message>
</context>
<context>
    <name>LinePicker</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Line {line} is the header</source>
        <translation>Zeile {line} ist die Kopfzeile</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Choose, make, rename or remove lists</source>
        <translation>Listen wählen, anlegen, umbenennen oder entfernen</translation>
    </message>
    <message>
        <source>List: {name}</source>
        <translation>Liste: {name}</translation>
    </message>
    <message>
        <source>Lists, sorting and columns</source>
        <translation>Listen, Sortierung und Spalten</translation>
    </message>
</context>
<context>
    <name>ListHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>New list …</source>
        <translation>Neue Liste …</translation>
    </message>
    <message>
        <source>Rename the list …</source>
        <translation>Liste umbenennen …</translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation>Liste entfernen</translation>
    </message>
    <message>
        <source>New section …</source>
        <translation>Neuer Abschnitt …</translation>
    </message>
    <message>
        <source>Paste symbols</source>
        <translation>Symbole einfügen</translation>
    </message>
</context>
<context>
    <name>LiveOffer</name>
    <message>
        <source>This alert is the sample&apos;s own and is forgotten with it.</source>
        <translation>Dieser Kursalarm gehört zum Beispiel und wird mit ihm vergessen.</translation>
    </message>
    <message>
        <source>Also keep for live</source>
        <translation>Auch für live behalten</translation>
    </message>
    <message>
        <source>The alert on {symbol} is kept for live prices too.</source>
        <translation>Der Kursalarm für {symbol} gilt auch für Live-Kurse.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Results and events</source>
        <translation>Ergebnisse und Ereignisse</translation>
    </message>
    <message>
        <source>SAMPLE · {symbol} · {name} · watcher</source>
        <translation>BEISPIEL · {symbol} · {name} · watcher</translation>
    </message>
    <message>
        <source>{symbol} · {name} · watcher</source>
        <translation>{symbol} · {name} · watcher</translation>
    </message>
</context>
<context>
    <name>MeaningHeader</name>
    <message>
        <source>What each column means</source>
        <translation>Was jede Spalte bedeutet</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on {symbol}</source>
        <translation>Notiz zu {symbol}</translation>
    </message>
    <message>
        <source>Time of the note</source>
        <translation>Zeit der Notiz</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <translation>ddd d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What do you want to remember?</source>
        <translation>Was ist festzuhalten?</translation>
    </message>
    <message>
        <source>Time ({city})</source>
        <translation>Zeit ({city})</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>NoticesPanel</name>
    <message>
        <source>Worth knowing</source>
        <translation>Wissenswertes</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Pages of the left side</source>
        <translation>Seiten links</translation>
    </message>
    <message>
        <source>{title} ({key})</source>
        <translation>{title} ({key})</translation>
    </message>
</context>
<context>
    <name>PastImportsDialog</name>
    <message>
        <source>Past imports</source>
        <translation>Frühere Importe</translation>
    </message>
    <message>
        <source>Past imports, the newest first</source>
        <translation>Frühere Importe, neueste zuerst</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Forget the file</source>
        <translation>Datei vergessen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Let it count again</source>
        <translation>Wieder gelten lassen</translation>
    </message>
</context>
<context>
    <name>PortfolioPanel</name>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Choose the listing</source>
        <translation>Notierung wählen</translation>
    </message>
    <message>
        <source>Add a transaction</source>
        <translation>Neue Transaktion</translation>
    </message>
    <message>
        <source>Copy symbol</source>
        <translation>Symbol kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Remove from the portfolio</source>
        <translation>Aus dem Portfolio entfernen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Add a transaction (Ins)</source>
        <translation>Neue Transaktion (Einfg)</translation>
    </message>
    <message>
        <source>No holdings yet. Add a purchase, or drop a file of your bank or broker.</source>
        <translation>Noch kein Bestand. Einen Kauf eintragen oder eine Datei von Bank oder Broker hierher ziehen.</translation>
    </message>
    <message>
        <source>Add a purchase</source>
        <translation>Kauf eintragen</translation>
    </message>
    <message>
        <source>1 position</source>
        <translation>1 Position</translation>
    </message>
    <message>
        <source>{n} positions</source>
        <translation>{n} Positionen</translation>
    </message>
</context>
<context>
    <name>PortfolioSummary</name>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>being added up …</source>
        <translation>wird summiert …</translation>
    </message>
    <message>
        <source>Session: {percent}</source>
        <translation>Handelstag: {percent}</translation>
    </message>
    <message>
        <source>Oldest price: {age}</source>
        <translation>Ältester Kurs: {age}</translation>
    </message>
    <message>
        <source>Oldest exchange rate: {age}</source>
        <translation>Ältester Wechselkurs: {age}</translation>
    </message>
</context>
<context>
    <name>PortfolioView</name>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
</context>
<context>
    <name>PositionDialog</name>
    <message>
        <source>Transactions in {name}</source>
        <translation>Transaktionen in {name}</translation>
    </message>
    <message>
        <source>Choose the listing</source>
        <translation>Notierung wählen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All sold</source>
        <translation>Alles verkauft</translation>
    </message>
    <message>
        <source>value {amount}</source>
        <translation>Wert {amount}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Live prices are here; the sample was closed.</source>
        <translation>Live-Kurse sind da; das Beispiel wurde geschlossen.</translation>
    </message>
    <message>
        <source>Yahoo has not answered yet.</source>
        <translation>Yahoo hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer held no usable price.</source>
        <translation>Yahoos Antwort enthielt keinen brauchbaren Kurs.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Search another listing</source>
        <translation>Andere Notierung suchen</translation>
    </message>
    <message>
        <source>Another listing: symbol, ISIN or name</source>
        <translation>Andere Notierung: Symbol, ISIN oder Name</translation>
    </message>
    <message>
        <source>Show line</source>
        <translation>Zeile zeigen</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>No listing is known for “{text}”.</source>
        <translation>Zu „{text}“ ist keine Notierung bekannt.</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>QuickAlert</name>
    <message>
        <source>New alert</source>
        <translation>Neuer Kursalarm</translation>
    </message>
    <message>
        <source>Alert on {symbol}</source>
        <translation>Kursalarm für {symbol}</translation>
    </message>
    <message>
        <source>Price in {currency}</source>
        <translation>Kurs in {currency}</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set the alert</source>
        <translation>Kursalarm setzen</translation>
    </message>
    <message>
        <source>Enter sets · Esc closes</source>
        <translation>Eingabe setzt · Esc schließt</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>More kinds of alerts</source>
        <translation>Weitere Arten von Kursalarmen</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>More ranges</source>
        <translation>Weitere Zeiträume</translation>
    </message>
</context>
<context>
    <name>ReleasesDialog</name>
    <message>
        <source>Results of {name}</source>
        <translation>Ergebnisse von {name}</translation>
    </message>
    <message>
        <source>Past windows</source>
        <translation>Frühere Zeiträume</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Past windows are not known here.</source>
        <translation>Frühere Zeiträume sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A date you set below is kept and counted to.</source>
        <translation>Ein unten gesetzter Termin bleibt und wird heruntergezählt.</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Name of the section</source>
        <translation>Name des Abschnitts</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>It is {symbol}</source>
        <translation>Es ist {symbol}</translation>
    </message>
    <message>
        <source>Search its listing …</source>
        <translation>Notierung suchen …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy symbols</source>
        <translation>Symbole kopieren</translation>
    </message>
    <message>
        <source>Copy symbol</source>
        <translation>Symbol kopieren</translation>
    </message>
    <message>
        <source>Copy price</source>
        <translation>Kurs kopieren</translation>
    </message>
    <message>
        <source>Paste symbols</source>
        <translation>Symbole einfügen</translation>
    </message>
    <message>
        <source>New section above …</source>
        <translation>Neuer Abschnitt darüber …</translation>
    </message>
    <message>
        <source>Rename the section</source>
        <translation>Abschnitt umbenennen</translation>
    </message>
    <message>
        <source>Remove the section, keep its rows</source>
        <translation>Abschnitt entfernen, Zeilen behalten</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Sample with simulated prices</source>
        <translation>Beispiel mit simulierten Kursen</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>BEISPIEL</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>Speed {speed} times</source>
        <translation>{speed}-fache Geschwindigkeit</translation>
    </message>
    <message>
        <source>Moments of the story</source>
        <translation>Stationen der Geschichte</translation>
    </message>
    <message>
        <source>Go to: {moment}</source>
        <translation>Gehe zu: {moment}</translation>
    </message>
    <message>
        <source>Live data are here. Show them</source>
        <translation>Live-Daten sind da. Zeigen</translation>
    </message>
    <message>
        <source>Show live data</source>
        <translation>Live-Daten zeigen</translation>
    </message>
    <message>
        <source>Leave the sample; what you made here stays yours</source>
        <translation>Beispiel verlassen; was hier entstand, bleibt erhalten</translation>
    </message>
    <message>
        <source>Leave the sample and ask for live data now</source>
        <translation>Beispiel verlassen und jetzt Live-Daten abfragen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>{what} ({keys})</source>
        <translation>{what} ({keys})</translation>
    </message>
    <message>
        <source>As fast as it was</source>
        <translation>So schnell, wie es war</translation>
    </message>
    <message>
        <source>{speed} times as fast; closed hours pass at once</source>
        <translation>{speed}-mal so schnell; Handelspausen vergehen sofort</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search symbol, ISIN, name</source>
        <translation>Symbol, ISIN, Name suchen</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, symbol, ISIN or WKN</source>
        <translation>Name, Symbol, ISIN oder WKN</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Type a name, symbol, ISIN or WKN.</source>
        <translation>Name, Symbol, ISIN oder WKN eingeben.</translation>
    </message>
    <message>
        <source>Enter shows {symbol}.</source>
        <translation>Enter zeigt {symbol}.</translation>
    </message>
    <message>
        <source>Enter adds {symbol} to the watchlist.</source>
        <translation>Enter nimmt {symbol} in die Watchlist auf.</translation>
    </message>
    <message>
        <source>Enter shows {symbol}, Ctrl+Enter adds it to the list too.</source>
        <translation>Enter zeigt {symbol}, Strg+Enter nimmt es auch in die Liste auf.</translation>
    </message>
    <message>
        <source>Enter chooses {symbol}.</source>
        <translation>Enter wählt {symbol}.</translation>
    </message>
    <message>
        <source>The sample knows no “{text}”.</source>
        <translation>Das Beispiel kennt kein „{text}“.</translation>
    </message>
    <message>
        <source>The sample knows no “{text}”. Did you mean {symbol}?</source>
        <translation>Das Beispiel kennt kein „{text}“. Gemeint ist vielleicht {symbol}?</translation>
    </message>
    <message>
        <source>The search gave no answer.</source>
        <translation>Die Suche brachte keine Antwort.</translation>
    </message>
    <message>
        <source>{hit}, on the watchlist</source>
        <translation>{hit}, auf der Watchlist</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Umgekehrt</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amounts hidden</source>
        <translation>Beträge verborgen</translation>
    </message>
    <message>
        <source>Amounts are hidden: show them</source>
        <translation>Beträge sind verborgen: zeigen</translation>
    </message>
    <message>
        <source>Show amounts ({keys})</source>
        <translation>Beträge zeigen ({keys})</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Use the copy</source>
        <translation>Kopie verwenden</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>+ Alert</source>
        <translation>+ Alarm</translation>
    </message>
    <message>
        <source>Alert at a price (A)</source>
        <translation>Kursalarm setzen (A)</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Kursalarm</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Chart type</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Bar size</source>
        <translation>Kerzengröße</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was der Chart zeigt</translation>
    </message>
</context>
<context>
    <name>TradesView</name>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
</context>
<context>
    <name>TransactionForm</name>
    <message>
        <source>Change a transaction in {name}</source>
        <translation>Transaktion in {name} ändern</translation>
    </message>
    <message>
        <source>Add a transaction in {name}</source>
        <translation>Neue Transaktion in {name}</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Choose another instrument</source>
        <translation>Anderes Wertpapier wählen</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Currency of the price</source>
        <translation>Währung des Kurses</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Kurs je Stück</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{currency} for 1 {other}; else that day&apos;s</source>
        <translation>{currency} für 1&#xa0;{other}; sonst Tageskurs</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Kursalarme</translation>
    </message>
    <message>
        <source>Snooze all for 1&#xa0;h</source>
        <translation>Alle für 1&#xa0;h pausieren</translation>
    </message>
    <message>
        <source>Snooze all until tomorrow</source>
        <translation>Alle bis morgen pausieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>SAMPLE · {symbol}</source>
        <translation>BEISPIEL · {symbol}</translation>
    </message>
    <message>
        <source>Alerts not seen: {n}</source>
        <translation>Ungesehene Kursalarme: {n}</translation>
    </message>
</context>
<context>
    <name>TrayDialog</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Go on minimised</source>
        <translation>Minimiert weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Alerts and tray</source>
        <translation>Kursalarme und Infobereich</translation>
    </message>
    <message>
        <source>Notices may sound</source>
        <translation>Meldungen dürfen klingen</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhig von</translation>
    </message>
    <message>
        <source>Quiet to</source>
        <translation>Ruhig bis</translation>
    </message>
    <message>
        <source>Closing without a tray, while alerts are armed</source>
        <translation>Schließen ohne Infobereich, solange Kursalarme scharf sind</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>What fires in quiet hours is in the log at once, and told in one notice when they end.</source>
        <translation>Was in der Ruhezeit auslöst, steht sofort in der Liste und wird an ihrem Ende in einer Meldung gesagt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>What was removed</source>
        <translation>Was entfernt wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ViewChips</name>
    <message>
        <source>Which events are shown</source>
        <translation>Welche Ereignisse gezeigt werden</translation>
    </message>
    <message>
        <source>What matters: known events, releases, your own, starred headlines</source>
        <translation>Was zählt: bekannte Ereignisse, Ergebnisse, Eigenes, Schlagzeilen mit Stern</translation>
    </message>
    <message>
        <source>Results, past and expected</source>
        <translation>Ergebnisse, frühere und erwartete</translation>
    </message>
    <message>
        <source>Your notes, and what you starred or annotated</source>
        <translation>Eigene Notizen, und was Stern oder Notiz trägt</translation>
    </message>
    <message>
        <source>All headlines of the news feed, by day</source>
        <translation>Alle Schlagzeilen, nach Tagen</translation>
    </message>
    <message>
        <source>Everything known</source>
        <translation>Alles Bekannte</translation>
    </message>
    <message>
        <source>Notable</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>WatchlistModel</name>
    <message>
        <source>Section {name}</source>
        <translation>Abschnitt {name}</translation>
    </message>
</context>
<context>
    <name>WatchlistView</name>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
</context>
<context>
    <name>WindowForm</name>
    <message>
        <source>Set the date of the next results</source>
        <translation>Termin der nächsten Ergebnisse setzen</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>Erwartet von</translation>
    </message>
    <message>
        <source>Expected to</source>
        <translation>Erwartet bis</translation>
    </message>
    <message>
        <source>How sure it is</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>voraussichtlich</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Pin: keep this date whatever the feed says</source>
        <translation>Anheften: Termin behalten, was auch immer gemeldet wird</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Let what the feed says hold again</source>
        <translation>Wieder gelten lassen, was gemeldet wird</translation>
    </message>
    <message>
        <source>Set date</source>
        <translation>Termin setzen</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Gemeldet am</translation>
    </message>
    <message>
        <source>Mark as reported</source>
        <translation>Als gemeldet vermerken</translation>
    </message>
    <message>
        <source>Results came on</source>
        <translation>Ergebnisse kamen am</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>_ChangesView</name>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>_ColumnRow</name>
    <message>
        <source>Meaning of column {title}</source>
        <translation>Bedeutung der Spalte {title}</translation>
    </message>
    <message>
        <source>Decimal sign of column {title}</source>
        <translation>Dezimalzeichen der Spalte {title}</translation>
    </message>
    <message>
        <source>{meaning} Decimal sign: {sign}</source>
        <translation>{meaning} Dezimalzeichen: {sign}</translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <source>on the watchlist</source>
        <translation>auf der Liste</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source>{symbol} is quoted in {currency}, not in {other}. Type a price in {currency}.</source>
        <translation>{symbol} notiert in {currency}, nicht in {other}. Einen Kurs in {currency} eingeben.</translation>
    </message>
    <message>
        <source>That is {percent} from the price now.</source>
        <translation>Das liegt {percent} vom jetzigen Kurs entfernt.</translation>
    </message>
    <message>
        <source>{time} is past. Choose a later time.</source>
        <translation>{time} ist vorbei. Einen späteren Zeitpunkt wählen.</translation>
    </message>
    <message>
        <source>Type the price to wait for.</source>
        <translation>Den Kurs eingeben, auf den gewartet wird.</translation>
    </message>
    <message>
        <source>No price reaches 0. Type a price above it.</source>
        <translation>Kein Kurs erreicht 0. Einen Kurs darüber eingeben.</translation>
    </message>
    <message>
        <source>No price falls below 0. Type a price above it.</source>
        <translation>Kein Kurs fällt unter 0. Einen Kurs darüber eingeben.</translation>
    </message>
    <message>
        <source>Type by how many percent.</source>
        <translation>Eingeben, um wie viel Prozent.</translation>
    </message>
    <message>
        <source>Type a percentage above 0.</source>
        <translation>Einen Prozentsatz über 0 eingeben.</translation>
    </message>
    <message>
        <source>No price falls by 100&#xa0;% or more. Type a smaller percentage.</source>
        <translation>Kein Kurs fällt um 100&#xa0;% oder mehr. Einen kleineren Prozentsatz eingeben.</translation>
    </message>
    <message>
        <source>Choose a time of at least one minute.</source>
        <translation>Eine Zeit von mindestens einer Minute wählen.</translation>
    </message>
    <message>
        <source>Type the words that a headline must hold.</source>
        <translation>Die Wörter eingeben, die eine Schlagzeile enthalten muss.</translation>
    </message>
    <message>
        <source>That holds already: the next price sets it off.</source>
        <translation>Das gilt schon: Der nächste Kurs löst ihn aus.</translation>
    </message>
    <message>
        <source>There is such an alert already.</source>
        <translation>Diesen Kursalarm gibt es schon.</translation>
    </message>
    <message>
        <source>That cannot be waited for.</source>
        <translation>Darauf lässt sich nicht warten.</translation>
    </message>
    <message>
        <source>Enter again saves it all the same.</source>
        <translation>Nochmals Eingabe setzt ihn trotzdem.</translation>
    </message>
    <message>
        <source>Prices of {symbol} arrive {span} late, so will this alert.</source>
        <translation>Kurse von {symbol} kommen {span} später an, dieser Kursalarm also auch.</translation>
    </message>
    <message>
        <source>{symbol} is live when {venue} is open.</source>
        <translation>{symbol} ist live, wenn {venue} geöffnet ist.</translation>
    </message>
    <message>
        <source>fired {time}</source>
        <translation>ausgelöst {time}</translation>
    </message>
    <message>
        <source>at or above {level}</source>
        <translation>bei oder über {level}</translation>
    </message>
    <message>
        <source>at or below {level}</source>
        <translation>bei oder unter {level}</translation>
    </message>
    <message>
        <source>rises through {level}</source>
        <translation>steigt über {level}</translation>
    </message>
    <message>
        <source>falls through {level}</source>
        <translation>fällt unter {level}</translation>
    </message>
    <message>
        <source>moves {percent} within {span}</source>
        <translation>bewegt sich binnen {span} um {percent}</translation>
    </message>
    <message>
        <source>above its 52-week high</source>
        <translation>über dem 52-Wochen-Hoch</translation>
    </message>
    <message>
        <source>below its 52-week low</source>
        <translation>unter dem 52-Wochen-Tief</translation>
    </message>
    <message>
        <source>Tell me once when {symbol} {wish}</source>
        <translation>Einmal melden: {symbol} {wish}</translation>
    </message>
    <message>
        <source>Tell me every time {symbol} {wish}</source>
        <translation>Jedes Mal melden: {symbol} {wish}</translation>
    </message>
    <message>
        <source>Alert at or above {level}</source>
        <translation>Alarm ab {level} oder darüber</translation>
    </message>
    <message>
        <source>Alert at or below {level}</source>
        <translation>Alarm ab {level} oder darunter</translation>
    </message>
    <message>
        <source>Alert rising through {level}</source>
        <translation>Alarm steigend durch {level}</translation>
    </message>
    <message>
        <source>Alert falling through {level}</source>
        <translation>Alarm fallend durch {level}</translation>
    </message>
    <message>
        <source>Alert at {level}</source>
        <translation>Alarm bei {level}</translation>
    </message>
    <message>
        <source>Sample: {title}</source>
        <translation>Beispiel: {title}</translation>
    </message>
    <message>
        <source>The price is delayed {span}.</source>
        <translation>Der Kurs ist {span} verzögert.</translation>
    </message>
    <message>
        <source>{n} alerts: {symbols}</source>
        <translation>{n} Kursalarme: {symbols}</translation>
    </message>
    <message>
        <source>From before the program was interrupted; it may have been shown already.</source>
        <translation>Aus der Zeit vor der Unterbrechung des Programms; vielleicht schon gezeigt.</translation>
    </message>
    <message>
        <source>From while the program was interrupted.</source>
        <translation>Aus der Zeit der Unterbrechung des Programms.</translation>
    </message>
    <message>
        <source>{price} at {time}.</source>
        <translation>{price}, {time}.</translation>
    </message>
    <message>
        <source>Passed between {first} and {last}.</source>
        <translation>Erreicht zwischen {first} und {last}.</translation>
    </message>
    <message>
        <source>Now {price}.</source>
        <translation>Jetzt {price}.</translation>
    </message>
    <message>
        <source>is {wish}</source>
        <translation>liegt {wish}</translation>
    </message>
    <message>
        <source>{percent} below its highest since</source>
        <translation>{percent} unter dem Höchststand seither</translation>
    </message>
    <message>
        <source>{percent} above its lowest since</source>
        <translation>{percent} über dem Tiefststand seither</translation>
    </message>
    <message>
        <source>{percent} above {level}</source>
        <translation>{percent} über {level}</translation>
    </message>
    <message>
        <source>{percent} below {level}</source>
        <translation>{percent} unter {level}</translation>
    </message>
    <message>
        <source>{percent} above the previous close</source>
        <translation>{percent} über dem vorigen Schluss</translation>
    </message>
    <message>
        <source>{percent} below the previous close</source>
        <translation>{percent} unter dem vorigen Schluss</translation>
    </message>
    <message>
        <source>(now {price})</source>
        <translation>(jetzt {price})</translation>
    </message>
    <message>
        <source>(now {price}, {percent} away)</source>
        <translation>(jetzt {price}, {percent} entfernt)</translation>
    </message>
    <message>
        <source>is at or above a price</source>
        <translation>bei einem Kurs oder darüber liegt</translation>
    </message>
    <message>
        <source>is at or below a price</source>
        <translation>bei einem Kurs oder darunter liegt</translation>
    </message>
    <message>
        <source>rises through a price</source>
        <translation>durch einen Kurs steigt</translation>
    </message>
    <message>
        <source>falls through a price</source>
        <translation>durch einen Kurs fällt</translation>
    </message>
    <message>
        <source>is so many percent away</source>
        <translation>um so viel Prozent abweicht</translation>
    </message>
    <message>
        <source>moves so many percent in a while</source>
        <translation>sich in einer Zeit um so viel Prozent bewegt</translation>
    </message>
    <message>
        <source>is above its 52-week high</source>
        <translation>über dem 52-Wochen-Hoch liegt</translation>
    </message>
    <message>
        <source>is below its 52-week low</source>
        <translation>unter dem 52-Wochen-Tief liegt</translation>
    </message>
    <message>
        <source>has no price for a while</source>
        <translation>eine Zeit lang ausbleibt</translation>
    </message>
    <message>
        <source>is some days before its release window</source>
        <translation>einige Tage vor dem Ergebniszeitraum steht</translation>
    </message>
    <message>
        <source>is at the opening of its release window</source>
        <translation>am Beginn des Ergebniszeitraums steht</translation>
    </message>
    <message>
        <source>has another release window</source>
        <translation>einen anderen Ergebniszeitraum hat</translation>
    </message>
    <message>
        <source>has reported</source>
        <translation>Ergebnisse gemeldet hat</translation>
    </message>
    <message>
        <source>is in a headline with certain words</source>
        <translation>in einer Schlagzeile mit bestimmten Wörtern steht</translation>
    </message>
    <message>
        <source>the previous close</source>
        <translation>dem vorigen Schluss</translation>
    </message>
    <message>
        <source>a price</source>
        <translation>einem Kurs</translation>
    </message>
    <message>
        <source>the highest since it is set, downwards</source>
        <translation>dem höchsten seit dem Setzen, abwärts</translation>
    </message>
    <message>
        <source>the lowest since it is set, upwards</source>
        <translation>dem tiefsten seit dem Setzen, aufwärts</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>{percent} away</source>
        <translation>{percent} entfernt</translation>
    </message>
    <message>
        <source>notice not shown yet</source>
        <translation>Meldung noch nicht gezeigt</translation>
    </message>
    <message>
        <source>notice on its way</source>
        <translation>Meldung unterwegs</translation>
    </message>
    <message>
        <source>notice shown</source>
        <translation>Meldung gezeigt</translation>
    </message>
    <message>
        <source>no notice</source>
        <translation>keine Meldung</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>snoozed until {time}</source>
        <translation>pausiert bis {time}</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alerts {n}</source>
        <translation>Alarme {n}</translation>
    </message>
    <message>
        <source>has no price for {span} while its market is open</source>
        <translation>{span} ohne Kurs, während der Markt offen ist</translation>
    </message>
    <message>
        <source>{span} before its release window</source>
        <translation>{span} vor dem Ergebniszeitraum</translation>
    </message>
    <message>
        <source>in a new headline with: {words}</source>
        <translation>in einer neuen Schlagzeile mit: {words}</translation>
    </message>
    <message>
        <source>at the opening of its release window</source>
        <translation>am Beginn des Ergebniszeitraums</translation>
    </message>
    <message>
        <source>{time}: {headline}</source>
        <translation>{time}: {headline}</translation>
    </message>
    <message>
        <source>Expected {dates}, {status}.</source>
        <translation>Erwartet {dates}, {status}.</translation>
    </message>
    <message>
        <source>Before: {dates}, {status}.</source>
        <translation>Vorher: {dates}, {status}.</translation>
    </message>
    <message>
        <source>No price came until {time}.</source>
        <translation>Bis {time} kam kein Kurs.</translation>
    </message>
    <message>
        <source>Last price {price} at {last}, none until {time}.</source>
        <translation>Letzter Kurs {price} um {last}, bis {time} keiner.</translation>
    </message>
    <message>
        <source>estimated from past dates</source>
        <translation>geschätzt aus früheren Terminen</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>{quarter}, reported {day}.</source>
        <translation>{quarter}, gemeldet {day}.</translation>
    </message>
    <message>
        <source>Reported {day}.</source>
        <translation>Gemeldet {day}.</translation>
    </message>
    <message>
        <source>Earnings per share {eps}.</source>
        <translation>Gewinn je Aktie {eps}.</translation>
    </message>
    <message>
        <source>Earnings per share {eps}, expected {expected}.</source>
        <translation>Gewinn je Aktie {eps}, erwartet {expected}.</translation>
    </message>
</context>
<context>
    <name>chart</name>
    <message>
        <source>To now</source>
        <translation>Zu jetzt</translation>
    </message>
    <message>
        <source>To the newest bar (End)</source>
        <translation>Zur neuesten Kerze (Ende)</translation>
    </message>
    <message>
        <source>To the newest bar</source>
        <translation>Zur neuesten Kerze</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Fit the price axis to the bars in view (Shift+A)</source>
        <translation>Preisachse an die sichtbaren Kerzen anpassen (Umschalt+A)</translation>
    </message>
    <message>
        <source>Automatic price scale</source>
        <translation>Automatische Kursachse</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>SMA {length}</source>
        <translation>SMA {length}</translation>
    </message>
    <message>
        <source>EMA {length}</source>
        <translation>EMA {length}</translation>
    </message>
    <message>
        <source>BB {length}</source>
        <translation>BB {length}</translation>
    </message>
    <message>
        <source>1 bar</source>
        <translation>1&#xa0;Kerze</translation>
    </message>
    <message>
        <source>{n} bars</source>
        <translation>{n}&#xa0;Kerzen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}&#xa0;Tage</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>Alert at {price}…</source>
        <translation>Kursalarm zu {price}…</translation>
    </message>
    <message>
        <source>Note here…</source>
        <translation>Notiz hier …</translation>
    </message>
    <message>
        <source>Copy price {price}</source>
        <translation>Kurs {price} kopieren</translation>
    </message>
    <message>
        <source>Copy visible data</source>
        <translation>Sichtbare Daten kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Prices are adjusted for splits, not for dividends</source>
        <translation>Kurse sind um Splits bereinigt, nicht um Dividenden</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>Kurschart</translation>
    </message>
    <message>
        <source>Price chart of {name}</source>
        <translation>Kurschart von {name}</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>{name} wird geladen</translation>
    </message>
    <message>
        <source>Last close {close}, change over the view {change}</source>
        <translation>Letzter Schluss {close}, Änderung über den sichtbaren Zeitraum {change}</translation>
    </message>
    <message>
        <source>O</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Vol {volume}</source>
        <translation>Vol&#xa0;{volume}</translation>
    </message>
    <message>
        <source>{time}: close {close}, change {change}, open {open}, high {high}, low {low}</source>
        <translation>{time}: Schluss {close}, Veränderung {change}, Eröffnung {open}, Hoch {high}, Tief {low}</translation>
    </message>
    <message>
        <source>{bar}, volume {volume}</source>
        <translation>{bar}, Volumen {volume}</translation>
    </message>
    <message>
        <source>results expected {days}</source>
        <translation>Ergebnisse erwartet {days}</translation>
    </message>
</context>
<context>
    <name>column_menu</name>
    <message>
        <source>Decimal comma: 1.234,56</source>
        <translation>Dezimalkomma: 1.234,56</translation>
    </message>
    <message>
        <source>Decimal point: 1,234.56</source>
        <translation>Dezimalpunkt: 1,234.56</translation>
    </message>
    <message>
        <source>What the column means</source>
        <translation>Was die Spalte bedeutet</translation>
    </message>
    <message>
        <source>More meanings</source>
        <translation>Weitere Bedeutungen</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Removed {subject}.</source>
        <translation>{subject} entfernt.</translation>
    </message>
    <message>
        <source>Added {subject}.</source>
        <translation>{subject} aufgenommen.</translation>
    </message>
    <message>
        <source>Moved {subject}.</source>
        <translation>{subject} verschoben.</translation>
    </message>
    <message>
        <source>Section added: {subject}.</source>
        <translation>Abschnitt hinzugefügt: {subject}.</translation>
    </message>
    <message>
        <source>Section renamed: {subject}.</source>
        <translation>Abschnitt umbenannt: {subject}.</translation>
    </message>
    <message>
        <source>List added: {subject}.</source>
        <translation>Liste hinzugefügt: {subject}.</translation>
    </message>
    <message>
        <source>List renamed: {subject}.</source>
        <translation>Liste umbenannt: {subject}.</translation>
    </message>
    <message>
        <source>Removed the list {subject}.</source>
        <translation>Liste {subject} entfernt.</translation>
    </message>
    <message>
        <source>Note added: {subject}.</source>
        <translation>Notiz hinzugefügt: {subject}.</translation>
    </message>
    <message>
        <source>Note changed: {subject}.</source>
        <translation>Notiz geändert: {subject}.</translation>
    </message>
    <message>
        <source>Removed “{subject}”.</source>
        <translation>„{subject}“ entfernt.</translation>
    </message>
    <message>
        <source>Star changed: {subject}.</source>
        <translation>Stern geändert: {subject}.</translation>
    </message>
    <message>
        <source>Category changed: {subject}.</source>
        <translation>Thema geändert: {subject}.</translation>
    </message>
    <message>
        <source>Results date of {subject} set.</source>
        <translation>Ergebnistermin von {subject} gesetzt.</translation>
    </message>
    <message>
        <source>Results of {subject} marked as reported.</source>
        <translation>Ergebnisse von {subject} als gemeldet vermerkt.</translation>
    </message>
    <message>
        <source>Results date of {subject} no longer pinned.</source>
        <translation>Ergebnistermin von {subject} nicht mehr angeheftet.</translation>
    </message>
    <message>
        <source>Imported {subject}.</source>
        <translation>{subject} importiert.</translation>
    </message>
    <message>
        <source>Took back the import of {subject}.</source>
        <translation>Import von {subject} zurückgenommen.</translation>
    </message>
    <message>
        <source>Imported {subject} again.</source>
        <translation>{subject} erneut importiert.</translation>
    </message>
    <message>
        <source>Entered in the portfolio: {subject}.</source>
        <translation>Ins Portfolio eingetragen: {subject}.</translation>
    </message>
    <message>
        <source>Portfolio entry of {subject} changed.</source>
        <translation>Portfolioeintrag von {subject} geändert.</translation>
    </message>
    <message>
        <source>Removed from the portfolio: {subject}.</source>
        <translation>Aus dem Portfolio entfernt: {subject}.</translation>
    </message>
    <message>
        <source>Took in {subject}.</source>
        <translation>{subject} übernommen.</translation>
    </message>
    <message>
        <source>Listing {subject} chosen.</source>
        <translation>Notierung {subject} gewählt.</translation>
    </message>
    <message>
        <source>Not reported yet: {subject}.</source>
        <translation>Noch nicht gemeldet: {subject}.</translation>
    </message>
    <message>
        <source>Alert set on {subject}.</source>
        <translation>Kursalarm für {subject} gesetzt.</translation>
    </message>
    <message>
        <source>Alert on {subject} changed.</source>
        <translation>Kursalarm für {subject} geändert.</translation>
    </message>
    <message>
        <source>Removed the alert on {subject}.</source>
        <translation>Kursalarm für {subject} entfernt.</translation>
    </message>
    <message>
        <source>Changed {subject}.</source>
        <translation>{subject} geändert.</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Release</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>AI and products</source>
        <translation>KI und Produkte</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politik</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>not dated</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>Happened: {when}</source>
        <translation>Geschehen: {when}</translation>
    </message>
    <message>
        <source>Became known: {when}</source>
        <translation>Bekannt geworden: {when}</translation>
    </message>
    <message>
        <source>Reported by: {names}</source>
        <translation>Gemeldet von: {names}</translation>
    </message>
    <message>
        <source>Remark: {note}</source>
        <translation>Hinweis: {note}</translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>{day} · 1 headline</source>
        <translation>{day} · 1&#xa0;Schlagzeile</translation>
    </message>
    <message>
        <source>{day} · {count} headlines</source>
        <translation>{day} · {count}&#xa0;Schlagzeilen</translation>
    </message>
    <message>
        <source>Headlines {count}</source>
        <translation>Schlagzeilen {count}</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>Schlagzeilen</translation>
    </message>
    <message>
        <source>1 unread</source>
        <translation>1&#xa0;ungelesen</translation>
    </message>
    <message>
        <source>{count} unread</source>
        <translation>{count}&#xa0;ungelesen</translation>
    </message>
    <message>
        <source>No “{text}” in this view.</source>
        <translation>Kein „{text}“ in dieser Ansicht.</translation>
    </message>
    <message>
        <source>Nothing notable is known of this instrument here. N adds a note of your own.</source>
        <translation>Dazu ist hier nichts Wichtiges bekannt. N fügt eine eigene Notiz hinzu.</translation>
    </message>
    <message>
        <source>No releases in this view.</source>
        <translation>Keine Ergebnisse in dieser Ansicht.</translation>
    </message>
    <message>
        <source>Nothing of your own yet. N adds a note, a star keeps a headline.</source>
        <translation>Noch nichts Eigenes. N fügt eine Notiz hinzu, ein Stern behält eine Schlagzeile.</translation>
    </message>
    <message>
        <source>No headlines have come in yet.</source>
        <translation>Noch keine Schlagzeilen eingegangen.</translation>
    </message>
    <message>
        <source>Nothing is known of this instrument here. N adds a note of your own.</source>
        <translation>Dazu ist hier nichts bekannt. N fügt eine eigene Notiz hinzu.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Everything (JSON)…</source>
        <translation>Alles (JSON) …</translation>
    </message>
    <message>
        <source>Portfolio as a table (CSV)…</source>
        <translation>Portfolio als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Watchlists as a table (CSV)…</source>
        <translation>Watchlists als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Notes as a table (CSV)…</source>
        <translation>Notizen als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>watcher-{day}.json</source>
        <translation>watcher-{day}.json</translation>
    </message>
    <message>
        <source>watcher-portfolio-{day}.csv</source>
        <translation>watcher-portfolio-{day}.csv</translation>
    </message>
    <message>
        <source>watcher-lists-{day}.csv</source>
        <translation>watcher-listen-{day}.csv</translation>
    </message>
    <message>
        <source>watcher-notes-{day}.csv</source>
        <translation>watcher-notizen-{day}.csv</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Is the disk full or read-only? Nothing was changed.</source>
        <translation>{path} ist nicht beschreibbar. Ist der Datenträger voll oder schreibgeschützt? Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>Everything in {name} is here already. Nothing was added.</source>
        <translation>Alles aus {name} ist schon hier. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Taken in from {name}: transactions {transactions}, lists {lists}, notes {notes}, alerts {alerts}. Undo takes all back.</source>
        <translation>Eingelesen aus {name}: Transaktionen {transactions}, Listen {lists}, Notizen {notes}, Kursalarme {alerts}. Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>{name} is no export of this version of watcher. Nothing was changed. A bank’s file goes through Import.</source>
        <translation>{name} ist kein Export dieser Version von watcher. Nichts wurde verändert. Die Datei einer Bank wird über den Import eingelesen.</translation>
    </message>
    <message>
        <source>{path} cannot be read. Nothing was changed.</source>
        <translation>{path} ist nicht lesbar. Nichts wurde verändert.</translation>
    </message>
</context>
<context>
    <name>feeds</name>
    <message>
        <source>Trying every minute.</source>
        <translation>Versuch jede Minute.</translation>
    </message>
    <message>
        <source>Next try {when}.</source>
        <translation>Nächster Versuch {when}.</translation>
    </message>
    <message>
        <source>{what} Next try {when}; prices as of {as_of}.</source>
        <translation>{what} Nächster Versuch {when}; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>Yahoo knows no “{symbol}”.</source>
        <translation>Yahoo kennt kein „{symbol}“.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>Yahoo took too long to answer.</source>
        <translation>Yahoo hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>Yahoo asks us to wait.</source>
        <translation>Yahoo bittet zu warten.</translation>
    </message>
    <message>
        <source>Yahoo refuses to answer for now.</source>
        <translation>Yahoo verweigert vorerst die Antwort.</translation>
    </message>
    <message>
        <source>Yahoo shows a consent page instead of data.</source>
        <translation>Yahoo zeigt eine Einwilligungsseite statt Daten.</translation>
    </message>
    <message>
        <source>Yahoo has trouble of its own.</source>
        <translation>Yahoo hat selbst eine Störung.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer was empty.</source>
        <translation>Yahoos Antwort war leer.</translation>
    </message>
    <message>
        <source>Yahoo&apos;s answer could not be read.</source>
        <translation>Yahoos Antwort war nicht lesbar.</translation>
    </message>
    <message>
        <source>Waiting, to stay within Yahoo&apos;s limit.</source>
        <translation>Wartet, um Yahoos Grenze einzuhalten.</translation>
    </message>
    <message>
        <source>The source does not offer that.</source>
        <translation>Die Quelle bietet das nicht an.</translation>
    </message>
    <message>
        <source>{unknown} Did you mean {other}?</source>
        <translation>{unknown} Gemeint ist vielleicht {other}?</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>merged into others</source>
        <translation>mit anderen zusammengefasst</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>zu beantworten</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Wertpapiere</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Wissenswertes</translation>
    </message>
    <message>
        <source>{name}: there is no such file.</source>
        <translation>{name}: Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>{name} is a folder; name the files in it.</source>
        <translation>{name} ist ein Ordner; die Dateien darin angeben.</translation>
    </message>
    <message>
        <source>{name} may not be read; its access rights do not allow it.</source>
        <translation>{name} darf nicht gelesen werden; die Zugriffsrechte erlauben es nicht.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{name} is larger than any export; nothing of it was read.</source>
        <translation>{name} ist größer als jeder Export; nichts davon wurde gelesen.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name}: no table and no list of symbols was found. Tried: encoding {encoding}, delimiter {delimiter}; {lines} lines were searched for a header with known words, for columns that look like identifiers, numbers and days, and for symbols. If it is a spreadsheet or a PDF, export it as CSV first.</source>
        <translation>{name}: Keine Tabelle und keine Liste von Symbolen gefunden. Versucht: Kodierung {encoding}, Trennzeichen {delimiter}; {lines} Zeilen wurden nach einer Kopfzeile mit bekannten Wörtern, nach Spalten mit Kennungen, Zahlen und Tagen und nach Symbolen durchsucht. Eine Kalkulationstabelle oder ein PDF zuerst als CSV exportieren.</translation>
    </message>
    <message>
        <source>{name}: {kind}</source>
        <translation>{name}: {kind}</translation>
    </message>
    <message>
        <source>encoding {encoding}</source>
        <translation>Kodierung {encoding}</translation>
    </message>
    <message>
        <source>delimiter {delimiter}</source>
        <translation>Trennzeichen {delimiter}</translation>
    </message>
    <message>
        <source>decimal sign {sign}</source>
        <translation>Dezimalzeichen {sign}</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>keine Kopfzeile</translation>
    </message>
    <message>
        <source>header in line {line}</source>
        <translation>Kopfzeile in Zeile {line}</translation>
    </message>
    <message>
        <source>{label}: {count}</source>
        <translation>{label}: {count}</translation>
    </message>
    <message>
        <source>and {count} more; --json lists all</source>
        <translation>und {count} weitere; --json nennt alle</translation>
    </message>
    <message>
        <source>possible: {candidates}</source>
        <translation>möglich: {candidates}</translation>
    </message>
    <message>
        <source>{name}: line {done} of {total}</source>
        <translation>{name}: Zeile {done} von {total}</translation>
    </message>
    <message>
        <source>Which listings are meant: {done} of {total}</source>
        <translation>Welche Notierungen gemeint sind: {done} von {total}</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. Nothing more was written.</source>
        <translation>Angehalten. Nichts weiter wurde geschrieben.</translation>
    </message>
    <message>
        <source>watcher is open and has taken the files; go on in its window.</source>
        <translation>watcher ist geöffnet und hat die Dateien übernommen; weiter geht es im Fenster.</translation>
    </message>
    <message>
        <source>watcher is open and takes files by their names only; save the input to a file first.</source>
        <translation>watcher ist geöffnet und nimmt Dateien nur mit Namen an; die Eingabe zuerst als Datei speichern.</translation>
    </message>
    <message>
        <source>Another watcher is writing to this profile. Nothing was written. Try again.</source>
        <translation>Ein anderer watcher schreibt gerade in dieses Profil. Nichts wurde geschrieben. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>rows taken in</source>
        <translation>Zeilen übernommen</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>put on the list “{list}”</source>
        <translation>auf die Liste „{list}“ gesetzt</translation>
    </message>
    <message>
        <source>put on the list</source>
        <translation>auf die Liste gesetzt</translation>
    </message>
    <message>
        <source>nothing new, nothing was written</source>
        <translation>nichts Neues, nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>{name}: {what}.</source>
        <translation>{name}: {what}.</translation>
    </message>
    <message>
        <source>positions stated otherwise than kept</source>
        <translation>Positionen anders angegeben als bisher geführt</translation>
    </message>
    <message>
        <source>rows with an open question</source>
        <translation>Zeilen mit offener Frage</translation>
    </message>
    <message>
        <source>{name}: left for you to decide: {what}. Open the file in the window.</source>
        <translation>{name}: Zu entscheiden bleibt: {what}. Dazu die Datei im Fenster öffnen.</translation>
    </message>
    <message>
        <source>{name}: nothing was written. {reason}</source>
        <translation>{name}: Nichts wurde geschrieben. {reason}</translation>
    </message>
    <message>
        <source>Your data changed meanwhile. Try again.</source>
        <translation>Die eigenen Daten haben sich inzwischen geändert. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Not all listings could be asked for; the others are looked for later. {reason}</source>
        <translation>Nicht alle Notierungen konnten abgefragt werden; die übrigen werden später gesucht. {reason}</translation>
    </message>
    <message>
        <source>“{sign}”</source>
        <translation>„{sign}“</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>No table found</source>
        <translation>Keine Tabelle gefunden</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Holdings and transactions</source>
        <translation>Bestand und Transaktionen</translation>
    </message>
    <message>
        <source>Skipped: {reason}; it belongs to line {line}.</source>
        <translation>Übersprungen: {reason}; gehört zu Zeile {line}.</translation>
    </message>
    <message>
        <source>Skipped: {reason}.</source>
        <translation>Übersprungen: {reason}.</translation>
    </message>
    <message>
        <source>Merged into line {line}.</source>
        <translation>Mit Zeile {line} zusammengefasst.</translation>
    </message>
    <message>
        <source>Before the table.</source>
        <translation>Vor der Tabelle.</translation>
    </message>
    <message>
        <source>Header.</source>
        <translation>Kopfzeile.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message>
        <source>Merged into another line.</source>
        <translation>Mit anderer Zeile zusammengefasst.</translation>
    </message>
    <message>
        <source>Needs an answer.</source>
        <translation>Braucht eine Antwort.</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>Nicht lesbar.</translation>
    </message>
    <message>
        <source>nothing to import</source>
        <translation>nichts zu importieren</translation>
    </message>
    <message>
        <source>money on the account</source>
        <translation>Guthaben auf dem Konto</translation>
    </message>
    <message>
        <source>sum of other lines</source>
        <translation>Summe anderer Zeilen</translation>
    </message>
    <message>
        <source>text below the table</source>
        <translation>Text unter der Tabelle</translation>
    </message>
    <message>
        <source>dividend</source>
        <translation>Dividende</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>deposit or withdrawal</source>
        <translation>Ein- oder Auszahlung</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>not executed yet</source>
        <translation>noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>conversion of currencies</source>
        <translation>Währungsumtausch</translation>
    </message>
    <message>
        <source>title of a section</source>
        <translation>Titel eines Abschnitts</translation>
    </message>
    <message>
        <source>empty line</source>
        <translation>leere Zeile</translation>
    </message>
    <message>
        <source>neither a trade nor a position</source>
        <translation>weder Handel noch Position</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{value}” stands where {expected} was expected.</source>
        <translation>Zeile {line}, Spalte {column}: „{value}“ steht, wo {expected} erwartet wurde.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>a number above nought</source>
        <translation>eine Zahl über null</translation>
    </message>
    <message>
        <source>an ISIN, a WKN, a symbol or a name</source>
        <translation>eine ISIN, eine WKN, ein Symbol oder ein Name</translation>
    </message>
    <message>
        <source>Line {line}: which listing of “{value}” is meant?</source>
        <translation>Zeile {line}: Welche Notierung von „{value}“ ist gemeint?</translation>
    </message>
    <message>
        <source>Line {line}: is “{value}” a purchase or a sale?</source>
        <translation>Zeile {line}: Ist „{value}“ ein Kauf oder ein Verkauf?</translation>
    </message>
    <message>
        <source>Line {line}: how many shares does “{value}” bring?</source>
        <translation>Zeile {line}: Wie viele Stück bringt „{value}“?</translation>
    </message>
    <message>
        <source>Line {line}: which instrument is “{value}”?</source>
        <translation>Zeile {line}: Welches Wertpapier ist „{value}“?</translation>
    </message>
    <message>
        <source>Line {line}: which number of “{value}” is the month?</source>
        <translation>Zeile {line}: Welche Zahl in „{value}“ ist der Monat?</translation>
    </message>
    <message>
        <source>Line {line}: which currency is “{value}” in?</source>
        <translation>Zeile {line}: In welcher Währung ist „{value}“?</translation>
    </message>
    <message>
        <source>Line {line}: what does “{value}” mean?</source>
        <translation>Zeile {line}: Was bedeutet „{value}“?</translation>
    </message>
    <message>
        <source>Line {line}: the check digit of {value} does not fit. Is it a misprint?</source>
        <translation>Zeile {line}: Die Prüfziffer von {value} passt nicht. Vielleicht verschrieben?</translation>
    </message>
    <message>
        <source>Line {line}: the cells stood under other headers and were moved.</source>
        <translation>Zeile {line}: Die Zellen standen unter anderen Spaltenköpfen und wurden verschoben.</translation>
    </message>
    <message>
        <source>Line {line}: it says of itself that it is there twice.</source>
        <translation>Zeile {line}: Laut eigener Angabe doppelt vorhanden.</translation>
    </message>
    <message>
        <source>Line {line}: the position of {value} counts, which is newer.</source>
        <translation>Zeile {line}: Es zählt die neuere Position vom {value}.</translation>
    </message>
    <message>
        <source>Line {line}: quantity times price is not {value}.</source>
        <translation>Zeile {line}: Stück mal Kurs ergibt nicht {value}.</translation>
    </message>
    <message>
        <source>Line {line}: {value}</source>
        <translation>Zeile {line}: {value}</translation>
    </message>
    <message>
        <source>{about}: {value}. {why}</source>
        <translation>{about}: {value}. {why}</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>Folge von Tag und Monat</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Wertpapier</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>Notierung</translation>
    </message>
    <message>
        <source>Purchase or sale</source>
        <translation>Kauf oder Verkauf</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>Prüfziffer</translation>
    </message>
    <message>
        <source>Quantity times price</source>
        <translation>Stück mal Kurs</translation>
    </message>
    <message>
        <source>Moved cells</source>
        <translation>Verschobene Zellen</translation>
    </message>
    <message>
        <source>Line that is there twice</source>
        <translation>Doppelte Zeile</translation>
    </message>
    <message>
        <source>Newer position</source>
        <translation>Neuere Position</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>Selbst gewählt.</translation>
    </message>
    <message>
        <source>As you chose last time.</source>
        <translation>Wie zuletzt gewählt.</translation>
    </message>
    <message>
        <source>The file begins with its mark.</source>
        <translation>Die Datei beginnt mit dieser Kennung.</translation>
    </message>
    <message>
        <source>Every other byte is zero.</source>
        <translation>Jedes zweite Byte ist null.</translation>
    </message>
    <message>
        <source>Every byte fits.</source>
        <translation>Jedes Byte passt.</translation>
    </message>
    <message>
        <source>Nothing else fits.</source>
        <translation>Nichts anderes passt.</translation>
    </message>
    <message>
        <source>There is no other.</source>
        <translation>Etwas anderes gibt es nicht.</translation>
    </message>
    <message>
        <source>The words of the header say so.</source>
        <translation>Das sagen die Wörter der Kopfzeile.</translation>
    </message>
    <message>
        <source>It gives every line the same number of cells.</source>
        <translation>So hat jede Zeile gleich viele Zellen.</translation>
    </message>
    <message>
        <source>The values look like it.</source>
        <translation>Die Werte sehen danach aus.</translation>
    </message>
    <message>
        <source>The column beside it says so.</source>
        <translation>Das sagt die Spalte daneben.</translation>
    </message>
    <message>
        <source>Quantity times price gives the value that way.</source>
        <translation>So ergibt Stück mal Kurs den Wert.</translation>
    </message>
    <message>
        <source>The other columns are written that way.</source>
        <translation>Die anderen Spalten sind so geschrieben.</translation>
    </message>
    <message>
        <source>It is usual in the language of the file.</source>
        <translation>In der Sprache der Datei ist es üblich.</translation>
    </message>
    <message>
        <source>A number above twelve is no month.</source>
        <translation>Eine Zahl über zwölf ist kein Monat.</translation>
    </message>
    <message>
        <source>Nothing in the file proves it.</source>
        <translation>Nichts in der Datei belegt es.</translation>
    </message>
    <message>
        <source>The lines say what was done.</source>
        <translation>Die Zeilen sagen, was geschah.</translation>
    </message>
    <message>
        <source>The columns of the table say so.</source>
        <translation>Das sagen die Spalten der Tabelle.</translation>
    </message>
    <message>
        <source>The lines of the table say so.</source>
        <translation>Das sagen die Zeilen der Tabelle.</translation>
    </message>
    <message>
        <source>The name of the section says so.</source>
        <translation>Das sagt der Name des Abschnitts.</translation>
    </message>
    <message>
        <source>ISIN</source>
        <translation>ISIN</translation>
    </message>
    <message>
        <source>WKN</source>
        <translation>WKN</translation>
    </message>
    <message>
        <source>CUSIP</source>
        <translation>CUSIP</translation>
    </message>
    <message>
        <source>SEDOL</source>
        <translation>SEDOL</translation>
    </message>
    <message>
        <source>Valor</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Booking text</source>
        <translation>Buchungstext</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Day of the trade</source>
        <translation>Handelstag</translation>
    </message>
    <message>
        <source>Day of the booking</source>
        <translation>Buchungstag</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Day of the order</source>
        <translation>Ordertag</translation>
    </message>
    <message>
        <source>Day of the price</source>
        <translation>Tag des Kurses</translation>
    </message>
    <message>
        <source>Day of the purchase</source>
        <translation>Kauftag</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind of instrument</source>
        <translation>Wertpapierart</translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation>Detailstufe</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Kurs je Stück</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>Einstandskurs</translation>
    </message>
    <message>
        <source>Current price of one</source>
        <translation>Aktueller Kurs</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Cost in total</source>
        <translation>Einstand gesamt</translation>
    </message>
    <message>
        <source>Current value in total</source>
        <translation>Aktueller Wert gesamt</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <source>Number of the booking</source>
        <translation>Buchungsnummer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Gezahlt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Day of the cancellation</source>
        <translation>Stornotag</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Gain or change</source>
        <translation>Gewinn/Änderung</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>day before month</source>
        <translation>Tag vor Monat</translation>
    </message>
    <message>
        <source>month before day</source>
        <translation>Monat vor Tag</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>intake_changes</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{count} at {price}</source>
        <translation>{count} zu {price}</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Replace by the file</source>
        <translation>Durch Datei ersetzen</translation>
    </message>
    <message>
        <source>Replace, other files too</source>
        <translation>Auch andere Dateien ersetzen</translation>
    </message>
    <message>
        <source>Book the difference</source>
        <translation>Differenz buchen</translation>
    </message>
    <message>
        <source>Add to it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What is kept stays; the file&apos;s rows are not taken.</source>
        <translation>Das Bisherige bleibt; die Zeilen der Datei werden nicht übernommen.</translation>
    </message>
    <message>
        <source>What is kept no longer counts; what the file says does.</source>
        <translation>Das Bisherige zählt nicht mehr; es zählt, was die Datei sagt.</translation>
    </message>
    <message>
        <source>The same, and what files of other layouts brought no longer counts either.</source>
        <translation>Ebenso, und auch was Dateien anderen Aufbaus brachten, zählt nicht mehr.</translation>
    </message>
    <message>
        <source>What is missing or too much is booked as one row.</source>
        <translation>Was fehlt oder zu viel ist, wird als eine Zeile gebucht.</translation>
    </message>
    <message>
        <source>What the file says is held besides what is kept.</source>
        <translation>Was die Datei sagt, kommt zum Bisherigen hinzu.</translation>
    </message>
    <message>
        <source>What is kept no longer counts.</source>
        <translation>Das Bisherige zählt nicht mehr.</translation>
    </message>
    <message>
        <source>These rows were imported before; what is kept changed since.</source>
        <translation>Diese Zeilen wurden schon importiert; das Bisherige hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>The file says the same.</source>
        <translation>Die Datei sagt dasselbe.</translation>
    </message>
    <message>
        <source>The file states another position than is kept.</source>
        <translation>Die Datei nennt eine andere Position als bisher geführt.</translation>
    </message>
    <message>
        <source>These bookings are from before the day for which the position was stated.</source>
        <translation>Diese Buchungen liegen vor dem Tag, für den die Position angegeben wurde.</translation>
    </message>
    <message>
        <source>The file does not name this position.</source>
        <translation>Die Datei nennt diese Position nicht.</translation>
    </message>
    <message>
        <source>Not in the file; stays</source>
        <translation>Nicht in der Datei; bleibt</translation>
    </message>
    <message>
        <source>Imported before; stays</source>
        <translation>Schon importiert; bleibt</translation>
    </message>
    <message>
        <source>The same; stays</source>
        <translation>Gleich; bleibt</translation>
    </message>
    <message>
        <source>1 row is added</source>
        <translation>1 Zeile kommt hinzu</translation>
    </message>
    <message>
        <source>{count} rows are added</source>
        <translation>{count} Zeilen kommen hinzu</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 ist schon da</translation>
    </message>
    <message>
        <source>{count} are there already</source>
        <translation>{count} sind schon da</translation>
    </message>
    <message>
        <source>1 waits for an answer</source>
        <translation>1 wartet auf Antwort</translation>
    </message>
    <message>
        <source>{count} wait for an answer</source>
        <translation>{count} warten auf Antwort</translation>
    </message>
    <message>
        <source>The instruments go to a list. The portfolio stays as it is.</source>
        <translation>Die Wertpapiere kommen auf eine Liste. Das Portfolio bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The portfolio stays as it is.</source>
        <translation>Das Portfolio bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>For all {count} positions that differ:</source>
        <translation>Für alle {count} abweichenden Positionen:</translation>
    </message>
</context>
<context>
    <name>intake_choices</name>
    <message>
        <source>Semicolon ;</source>
        <translation>Semikolon ;</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>Colon :</source>
        <translation>Doppelpunkt :</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Windows, Western Europe</source>
        <translation>Windows, Westeuropa</translation>
    </message>
    <message>
        <source>ISO 8859-15, with the euro</source>
        <translation>ISO 8859-15, mit Euro</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>Mac, Western Europe</source>
        <translation>Mac, Westeuropa</translation>
    </message>
    <message>
        <source>Windows, Central Europe</source>
        <translation>Windows, Mitteleuropa</translation>
    </message>
    <message>
        <source>DOS, Western Europe</source>
        <translation>DOS, Westeuropa</translation>
    </message>
    <message>
        <source>Day before month</source>
        <translation>Tag vor Monat</translation>
    </message>
    <message>
        <source>Month before day</source>
        <translation>Monat vor Tag</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>1,5</source>
        <translation>1,5</translation>
    </message>
    <message>
        <source>1.5</source>
        <translation>1.5</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>{number} · {header}</source>
        <translation>{number} · {header}</translation>
    </message>
    <message>
        <source>{section}, lines {first} – {last}</source>
        <translation>{section}, Zeilen {first} – {last}</translation>
    </message>
    <message>
        <source>Table {number}, lines {first} – {last}</source>
        <translation>Tabelle {number}, Zeilen {first} – {last}</translation>
    </message>
</context>
<context>
    <name>intake_drop</name>
    <message>
        <source>Drop to look into {name}</source>
        <translation>Ablegen, um {name} anzusehen</translation>
    </message>
    <message>
        <source>Drop to look into {count} files</source>
        <translation>Ablegen, um {count} Dateien anzusehen</translation>
    </message>
    <message>
        <source>Nothing is written before you agree.</source>
        <translation>Ohne Zustimmung wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>Eingefügte Zeilen</translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy them with their header, or copy a file, and paste again.</source>
        <translation>Die Zwischenablage enthält keine Zeilen. Zeilen mit Kopfzeile oder eine Datei kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>What you keep changed meanwhile. Nothing was written; what would happen now is shown below.</source>
        <translation>Die eigenen Daten haben sich inzwischen geändert. Nichts wurde geschrieben; unten steht, was jetzt geschähe.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>This file could not be read; the log says more. Nothing was written.</source>
        <translation>Diese Datei war nicht lesbar; mehr steht im Protokoll. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>intake_lines</name>
    <message>
        <source>an unknown number</source>
        <translation>(Stück unbekannt)</translation>
    </message>
    <message>
        <source>Bought {count}</source>
        <translation>Kauf {count}</translation>
    </message>
    <message>
        <source>Sold {count}</source>
        <translation>Verkauf {count}</translation>
    </message>
    <message>
        <source>Holds {count}</source>
        <translation>Bestand {count}</translation>
    </message>
    <message>
        <source>{count} came in</source>
        <translation>Zugang {count}</translation>
    </message>
    <message>
        <source>{count} went out</source>
        <translation>Abgang {count}</translation>
    </message>
    <message>
        <source>Bought {count} at {price}</source>
        <translation>Kauf {count} zu {price}</translation>
    </message>
    <message>
        <source>Sold {count} at {price}</source>
        <translation>Verkauf {count} zu {price}</translation>
    </message>
    <message>
        <source>Holds {count}, cost {price}</source>
        <translation>Bestand {count}, Einstand {price}</translation>
    </message>
    <message>
        <source>{count} came in at {price}</source>
        <translation>Zugang {count} zu {price}</translation>
    </message>
    <message>
        <source>{count} went out at {price}</source>
        <translation>Abgang {count} zu {price}</translation>
    </message>
    <message>
        <source>Watch {name}</source>
        <translation>{name} beobachten</translation>
    </message>
    <message>
        <source>Watch {count} instruments</source>
        <translation>{count} Wertpapiere beobachten</translation>
    </message>
    <message>
        <source>Names an instrument</source>
        <translation>Nennt ein Wertpapier</translation>
    </message>
    <message>
        <source>Names an instrument; {reason}</source>
        <translation>Nennt ein Wertpapier; {reason}</translation>
    </message>
    <message>
        <source>Goes on from line {line}</source>
        <translation>Fortsetzung von Zeile {line}</translation>
    </message>
    <message>
        <source>Which listing? {said}</source>
        <translation>Welche Notierung? {said}</translation>
    </message>
    <message>
        <source>{column}: {expected} expected</source>
        <translation>{column}: {expected} erwartet</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Your answer on the position decides</source>
        <translation>Die Antwort zur Position entscheidet</translation>
    </message>
    <message>
        <source>Another line says the same</source>
        <translation>Eine andere Zeile sagt dasselbe</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Antwort nötig</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Imported {count}</source>
        <translation>Importiert {count}</translation>
    </message>
    <message>
        <source>There already {count}</source>
        <translation>Schon da {count}</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Geändert {count}</translation>
    </message>
    <message>
        <source>Merged {count}</source>
        <translation>Vereint {count}</translation>
    </message>
    <message>
        <source>Skipped {count}</source>
        <translation>Übersprungen {count}</translation>
    </message>
    <message>
        <source>Questions {count}</source>
        <translation>Fragen {count}</translation>
    </message>
    <message>
        <source>Not readable {count}</source>
        <translation>Nicht lesbar {count}</translation>
    </message>
    <message>
        <source>Around the table {count}</source>
        <translation>Um die Tabelle {count}</translation>
    </message>
</context>
<context>
    <name>intake_summary</name>
    <message>
        <source>No table was found in this file.</source>
        <translation>In dieser Datei wurde keine Tabelle gefunden.</translation>
    </message>
    <message>
        <source>Watchlist: {things}.</source>
        <translation>Watchlist: {things}.</translation>
    </message>
    <message>
        <source>Holdings: {things}.</source>
        <translation>Bestand: {things}.</translation>
    </message>
    <message>
        <source>Transactions: {things}.</source>
        <translation>Transaktionen: {things}.</translation>
    </message>
    <message>
        <source>Several sorts of rows: {things}.</source>
        <translation>Mehrere Arten von Zeilen: {things}.</translation>
    </message>
    <message>
        <source>1 instrument</source>
        <translation>1 Wertpapier</translation>
    </message>
    <message>
        <source>{count} instruments</source>
        <translation>{count} Wertpapiere</translation>
    </message>
    <message>
        <source>1 booking</source>
        <translation>1 Buchung</translation>
    </message>
    <message>
        <source>{count} bookings</source>
        <translation>{count} Buchungen</translation>
    </message>
    <message>
        <source>1 line skipped</source>
        <translation>1 Zeile übersprungen</translation>
    </message>
    <message>
        <source>no line skipped</source>
        <translation>keine Zeile übersprungen</translation>
    </message>
    <message>
        <source>{count} lines skipped</source>
        <translation>{count} Zeilen übersprungen</translation>
    </message>
    <message>
        <source>1 line not readable</source>
        <translation>1 Zeile nicht lesbar</translation>
    </message>
    <message>
        <source>{count} lines not readable</source>
        <translation>{count} Zeilen nicht lesbar</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>keine Frage</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} Fragen</translation>
    </message>
    <message>
        <source>Nothing has to be asked.</source>
        <translation>Es gibt nichts zu fragen.</translation>
    </message>
    <message>
        <source>All questions are answered.</source>
        <translation>Alle Fragen sind beantwortet.</translation>
    </message>
    <message>
        <source>Nothing is guessed. A row whose listing stays open is taken in without a price until you name one; what else stays open is left out and stays in the report of this import.</source>
        <translation>Nichts wird geraten. Eine Zeile mit offener Notierung wird ohne Kurs übernommen, bis eine genannt ist; was sonst offen bleibt, wird ausgelassen und bleibt im Bericht dieses Imports.</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Answered: {name}</source>
        <translation>Antwort: {name}</translation>
    </message>
    <message>
        <source>Taken in without a price; the listing can be named in the portfolio later.</source>
        <translation>Ohne Kurs übernommen; die Notierung lässt sich später im Portfolio nennen.</translation>
    </message>
    <message>
        <source>Left out for now. The report of this import keeps the line, and the file can be read again.</source>
        <translation>Vorerst ausgelassen. Der Bericht dieses Imports behält die Zeile, und die Datei lässt sich erneut lesen.</translation>
    </message>
    <message>
        <source>The line is left out. Correct it in the file and import it again.</source>
        <translation>Die Zeile wird ausgelassen. In der Datei berichtigen und erneut importieren.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>1 Zeile importieren</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>{count} Zeilen importieren</translation>
    </message>
    <message>
        <source>Change what is kept</source>
        <translation>Vorhandenes ändern</translation>
    </message>
    <message>
        <source>Add 1 instrument</source>
        <translation>1 Wertpapier aufnehmen</translation>
    </message>
    <message>
        <source>Add {count} instruments</source>
        <translation>{count} Wertpapiere aufnehmen</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <source>All {count} instruments are on the list already. Nothing to add.</source>
        <translation>Alle {count} Wertpapiere sind schon auf der Liste. Nichts aufzunehmen.</translation>
    </message>
    <message>
        <source>New on the list: {fresh}. On it already: {there}.</source>
        <translation>Neu auf der Liste: {fresh}. Schon darauf: {there}.</translation>
    </message>
    <message>
        <source>1 row is added.</source>
        <translation>1 Zeile kommt hinzu.</translation>
    </message>
    <message>
        <source>{count} rows are added.</source>
        <translation>{count} Zeilen kommen hinzu.</translation>
    </message>
    <message>
        <source>1 instrument has no price until you name its listing.</source>
        <translation>1 Wertpapier hat keinen Kurs, bis seine Notierung genannt ist.</translation>
    </message>
    <message>
        <source>{count} instruments have no price until you name their listings.</source>
        <translation>{count} Wertpapiere haben keinen Kurs, bis ihre Notierungen genannt sind.</translation>
    </message>
    <message>
        <source>1 booking no longer counts.</source>
        <translation>1 Buchung zählt nicht mehr.</translation>
    </message>
    <message>
        <source>{count} bookings no longer count.</source>
        <translation>{count} Buchungen zählen nicht mehr.</translation>
    </message>
    <message>
        <source>1 row is there already.</source>
        <translation>1 Zeile ist schon da.</translation>
    </message>
    <message>
        <source>{count} rows are there already.</source>
        <translation>{count} Zeilen sind schon da.</translation>
    </message>
    <message>
        <source>1 position differs and stays as it is.</source>
        <translation>1 Position weicht ab und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{count} positions differ and stay as they are.</source>
        <translation>{count} Positionen weichen ab und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>1 line waits for an answer and is left out.</source>
        <translation>1 Zeile wartet auf Antwort und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{count} lines wait for an answer and are left out.</source>
        <translation>{count} Zeilen warten auf Antwort und werden ausgelassen.</translation>
    </message>
    <message>
        <source>The one row is there already. Nothing to import.</source>
        <translation>Die eine Zeile ist schon da. Nichts zu importieren.</translation>
    </message>
    <message>
        <source>All {count} rows are there already. Nothing to import.</source>
        <translation>Alle {count} Zeilen sind schon da. Nichts zu importieren.</translation>
    </message>
    <message>
        <source>No line of this file can be imported.</source>
        <translation>Keine Zeile dieser Datei lässt sich importieren.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Reading line {done} of {total}</source>
        <translation>Zeile {done} von {total} wird gelesen</translation>
    </message>
    <message>
        <source>Comparing with what you keep …</source>
        <translation>Vergleich mit Vorhandenem …</translation>
    </message>
    <message>
        <source>Comparing: {done} of {total}</source>
        <translation>Vergleich: {done} von {total}</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Import läuft …</translation>
    </message>
    <message>
        <source>Importing row {done} of {total}</source>
        <translation>Zeile {done} von {total} wird importiert</translation>
    </message>
    <message>
        <source>Tried: encoding {encoding}, delimiter {delimiter}; {lines} lines were searched for a header with known words, for columns that look like identifiers, numbers and days, and for symbols. Expected is a text file with one row a line, as banks and brokers export it. A spreadsheet or a PDF has to be saved as CSV first. The first lines are shown below; if one of them is the header, name it.</source>
        <translation>Versucht: Kodierung {encoding}, Trennzeichen {delimiter}; {lines} Zeilen wurden durchsucht nach einer Kopfzeile mit bekannten Wörtern, nach Spalten, die nach Kennungen, Zahlen und Tagen aussehen, und nach Symbolen. Erwartet wird eine Textdatei mit einem Eintrag je Zeile, wie Banken und Broker sie ausgeben. Eine Tabellenkalkulation oder ein PDF muss zuerst als CSV gespeichert werden. Unten stehen die ersten Zeilen; ist eine davon die Kopfzeile, lässt sie sich angeben.</translation>
    </message>
    <message>
        <source>Goes to your own lists, not the sample&apos;s.</source>
        <translation>Geht in die eigenen Listen, nicht in die des Beispiels.</translation>
    </message>
    <message>
        <source>Goes to your lists; the portfolio stays as it is.</source>
        <translation>Geht in die eigenen Listen; das Portfolio bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Goes to your own portfolio, not the sample.</source>
        <translation>Geht in das eigene Portfolio, nicht in das Beispiel.</translation>
    </message>
    <message>
        <source>Goes to your portfolio, which is kept in {currency}.</source>
        <translation>Geht in das eigene Portfolio, geführt in {currency}.</translation>
    </message>
    <message>
        <source>Read as you chose last time for this layout.</source>
        <translation>Gelesen wie zuletzt für diesen Aufbau gewählt.</translation>
    </message>
    <message>
        <source>Looking up listings …</source>
        <translation>Notierungen werden gesucht …</translation>
    </message>
    <message>
        <source>{why} Listings are looked up later.</source>
        <translation>{why} Notierungen werden später gesucht.</translation>
    </message>
    <message>
        <source>Read as you chose.</source>
        <translation>Gelesen wie gewählt.</translation>
    </message>
    <message>
        <source>1 row imported from {name}</source>
        <translation>1 Zeile aus {name} importiert</translation>
    </message>
    <message>
        <source>{count} rows imported from {name}</source>
        <translation>{count} Zeilen aus {name} importiert</translation>
    </message>
    <message>
        <source>{count} put on the list from {name}</source>
        <translation>{count} aus {name} auf die Liste gesetzt</translation>
    </message>
    <message>
        <source>Changed as {name} says</source>
        <translation>Geändert laut {name}</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>{count} ersetzt</translation>
    </message>
    <message>
        <source>{count} were there already</source>
        <translation>{count} schon da</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>{count} übersprungen</translation>
    </message>
    <message>
        <source>{count} wait for an answer</source>
        <translation>{count} zu beantworten</translation>
    </message>
    <message>
        <source>{count} not readable</source>
        <translation>{count} nicht lesbar</translation>
    </message>
    <message>
        <source>File {place} of {total}</source>
        <translation>Datei {place} von {total}</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Share</source>
        <translation>Aktie</translation>
    </message>
    <message>
        <source>ETF</source>
        <translation>ETF</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Crypto</source>
        <translation>Krypto</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Fonds</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>Future</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Green rises, red falls</source>
        <translation>Grün steigt, Rot fällt</translation>
    </message>
    <message>
        <source>Red rises, green falls</source>
        <translation>Rot steigt, Grün fällt</translation>
    </message>
    <message>
        <source>Blue rises, orange falls</source>
        <translation>Blau steigt, Orange fällt</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Past imports…</source>
        <translation>Frühere Importe …</translation>
    </message>
    <message>
        <source>Take in an export…</source>
        <translation>Export einlesen …</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Beträge ausblenden</translation>
    </message>
    <message>
        <source>Mask quantities and amounts of money everywhere</source>
        <translation>Stückzahlen und Geldbeträge überall verdecken</translation>
    </message>
    <message>
        <source>Alerts and tray…</source>
        <translation>Kursalarme und Infobereich…</translation>
    </message>
    <message>
        <source>Start with the desktop</source>
        <translation>Mit der Arbeitsfläche starten</translation>
    </message>
    <message>
        <source>2 February 2026, sample</source>
        <translation>2. Februar 2026, Beispiel</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>What it contacts</source>
        <translation>Was kontaktiert wird</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über watcher</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>bn</source>
        <translation>Mrd</translation>
    </message>
    <message>
        <source>M</source>
        <translation>Mio</translation>
    </message>
    <message>
        <source>k</source>
        <translation>Tsd</translation>
    </message>
</context>
<context>
    <name>past_imports</name>
    <message>
        <source>{count} lines</source>
        <translation>{count} Zeilen</translation>
    </message>
    <message>
        <source>{count} rows imported</source>
        <translation>{count} Zeilen importiert</translation>
    </message>
    <message>
        <source>{count} put on a list</source>
        <translation>{count} auf eine Liste gesetzt</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>{count} ersetzt</translation>
    </message>
    <message>
        <source>{count} were there already</source>
        <translation>{count} schon da</translation>
    </message>
    <message>
        <source>{count} left as they were</source>
        <translation>{count} unverändert</translation>
    </message>
    <message>
        <source>{count} with an open question</source>
        <translation>{count} mit offener Frage</translation>
    </message>
    <message>
        <source>{count} not readable</source>
        <translation>{count} nicht lesbar</translation>
    </message>
    <message>
        <source>Counts.</source>
        <translation>Zählt.</translation>
    </message>
    <message>
        <source>Taken back: nothing of it counts.</source>
        <translation>Zurückgenommen: nichts davon zählt.</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Drop a file on the window, or press Ctrl+I.</source>
        <translation>Noch nichts importiert. Datei auf das Fenster ziehen oder Strg+I drücken.</translation>
    </message>
    <message>
        <source>The file of this import is no longer kept, so its report cannot be opened.</source>
        <translation>Die Datei dieses Imports ist nicht mehr vorhanden; der Bericht lässt sich daher nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>portfolio</name>
    <message>
        <source>Average cost {price}</source>
        <translation>Einstand {price}</translation>
    </message>
    <message>
        <source>Split since: {splits}</source>
        <translation>Split seither: {splits}</translation>
    </message>
    <message>
        <source>No line of the average cost: what a part of it cost is not known.</source>
        <translation>Keine Linie des Einstands: Für einen Teil ist er unbekannt.</translation>
    </message>
    <message>
        <source>No line of the average cost: paid in {paid}, the chart is in {currency}.</source>
        <translation>Keine Linie des Einstands: bezahlt in {paid}, Chart in {currency}.</translation>
    </message>
    <message>
        <source>{quantity} held</source>
        <translation>{quantity}&#xa0;Stück</translation>
    </message>
    <message>
        <source>value {amount}</source>
        <translation>Wert {amount}</translation>
    </message>
    <message>
        <source>profit {amount}, {percent}</source>
        <translation>Gewinn {amount}, {percent}</translation>
    </message>
    <message>
        <source>session {amount}</source>
        <translation>Handelstag {amount}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Average cost</source>
        <translation>Einstand</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Profit in %</source>
        <translation>Gewinn in %</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>no price: listing not known yet</source>
        <translation>kein Kurs: Notierung noch unbekannt</translation>
    </message>
    <message>
        <source>all sold</source>
        <translation>alles verkauft</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Held now</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>now {quantity} at {price}</source>
        <translation>jetzt {quantity} zu {price}</translation>
    </message>
    <message>
        <source>Purchase missing for {quantity}: they stay out of profit</source>
        <translation>Kauf fehlt für {quantity}&#xa0;Stück: im Gewinn nicht enthalten</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>„{note}“</translation>
    </message>
    <message>
        <source>from {file}, line {line}</source>
        <translation>aus {file}, Zeile {line}</translation>
    </message>
    <message>
        <source>from a file, line {line}</source>
        <translation>aus einer Datei, Zeile {line}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>{day} close</source>
        <translation>Schluss {day}</translation>
    </message>
    <message>
        <source>avg {price}</source>
        <translation>Einstand {price}</translation>
    </message>
    <message>
        <source>{new} for {old} on {day}</source>
        <translation>{new} für {old} am {day}</translation>
    </message>
    <message>
        <source>no {pair} rate of that day</source>
        <translation>kein {pair}-Kurs für diesen Tag</translation>
    </message>
    <message>
        <source>1 {other} = {rate} {currency}, stated with the trade</source>
        <translation>1&#xa0;{other} = {rate}&#xa0;{currency}, beim Handel angegeben</translation>
    </message>
    <message>
        <source>1 {other} = {rate} {currency}, from the stated amount</source>
        <translation>1&#xa0;{other} = {rate}&#xa0;{currency}, aus dem angegebenen Betrag</translation>
    </message>
    <message>
        <source>1 {other} = {rate} {currency}, close of {day}</source>
        <translation>1&#xa0;{other} = {rate}&#xa0;{currency}, Schluss {day}</translation>
    </message>
    <message>
        <source>no {pair} rate</source>
        <translation>kein {pair}-Kurs</translation>
    </message>
    <message>
        <source>listing not known yet</source>
        <translation>Notierung noch unbekannt</translation>
    </message>
    <message>
        <source>no price yet</source>
        <translation>noch kein Kurs</translation>
    </message>
    <message>
        <source>no exchange rate</source>
        <translation>kein Wechselkurs</translation>
    </message>
    <message>
        <source>purchase price not known</source>
        <translation>Kaufkurs unbekannt</translation>
    </message>
    <message>
        <source>no exchange rate of the purchase</source>
        <translation>kein Wechselkurs für den Kauf</translation>
    </message>
    <message>
        <source>purchase missing</source>
        <translation>Kauf fehlt</translation>
    </message>
    <message>
        <source>1 position left out: {reason}</source>
        <translation>1 Position ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>{n} positions left out: {reason}</source>
        <translation>{n} Positionen ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>1 position without profit: {reason}</source>
        <translation>1 Position ohne Gewinn: {reason}</translation>
    </message>
    <message>
        <source>{n} positions without profit: {reason}</source>
        <translation>{n} Positionen ohne Gewinn: {reason}</translation>
    </message>
    <message>
        <source>Sales of 1 position left out: {reason}</source>
        <translation>Verkäufe von 1 Position ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>Sales of {n} positions left out: {reason}</source>
        <translation>Verkäufe von {n} Positionen ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>Shares {amount}</source>
        <translation>Wertpapier {amount}</translation>
    </message>
    <message>
        <source>currency {amount}</source>
        <translation>Währung {amount}</translation>
    </message>
    <message>
        <source>fees {amount}</source>
        <translation>Gebühren {amount}</translation>
    </message>
    <message>
        <source>Realised {amount}</source>
        <translation>Realisiert {amount}</translation>
    </message>
    <message>
        <source>Unrealised {amount}</source>
        <translation>Nicht realisiert {amount}</translation>
    </message>
    <message>
        <source>Value {amount}</source>
        <translation>Wert {amount}</translation>
    </message>
    <message>
        <source>{percent} of the portfolio</source>
        <translation>{percent} des Portfolios</translation>
    </message>
    <message>
        <source>{quantity} sold or delivered without a purchase; they stay out of profit.</source>
        <translation>Verkauf oder Abgang von {quantity}&#xa0;Stück ohne Kauf; im Gewinn nicht enthalten.</translation>
    </message>
    <message>
        <source>Price: {age} ({time})</source>
        <translation>Kurs: {age} ({time})</translation>
    </message>
    <message>
        <source>1 {other} = {rate} {currency}: {age} ({time})</source>
        <translation>1&#xa0;{other} = {rate}&#xa0;{currency}: {age} ({time})</translation>
    </message>
</context>
<context>
    <name>ranges</name>
    <message>
        <source>1D</source>
        <translation>1T</translation>
    </message>
    <message>
        <source>5D</source>
        <translation>5T</translation>
    </message>
    <message>
        <source>1M</source>
        <translation>1M</translation>
    </message>
    <message>
        <source>6M</source>
        <translation>6M</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>YTD</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1J</translation>
    </message>
    <message>
        <source>5Y</source>
        <translation>5J</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>5 days</source>
        <translation>5&#xa0;Tage</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1&#xa0;Monat</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6&#xa0;Monate</translation>
    </message>
    <message>
        <source>Since 1 January</source>
        <translation>Seit 1. Januar</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1&#xa0;Jahr</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5&#xa0;Jahre</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle Jahre</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1&#xa0;Minute</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2&#xa0;Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5&#xa0;Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15&#xa0;Minuten</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30&#xa0;Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1&#xa0;Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1&#xa0;min</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2&#xa0;min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5&#xa0;min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15&#xa0;min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30&#xa0;min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1&#xa0;h</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
</context>
<context>
    <name>releases</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>{month} quarter {year} ({name})</source>
        <translation>{month}quartal {year} ({name})</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>reported {day}</source>
        <translation>gemeldet am {day}</translation>
    </message>
    <message>
        <source>report not known here</source>
        <translation>Meldung hier nicht bekannt</translation>
    </message>
    <message>
        <source>expected date not known here</source>
        <translation>erwarteter Termin hier nicht bekannt</translation>
    </message>
    <message>
        <source>expected {dates} ({status})</source>
        <translation>erwartet {dates} ({status})</translation>
    </message>
    <message>
        <source>expected {dates}</source>
        <translation>erwartet {dates}</translation>
    </message>
    <message>
        <source>1 day later</source>
        <translation>1&#xa0;Tag später</translation>
    </message>
    <message>
        <source>{days} days later</source>
        <translation>{days}&#xa0;Tage später</translation>
    </message>
    <message>
        <source>1 day earlier</source>
        <translation>1&#xa0;Tag früher</translation>
    </message>
    <message>
        <source>{days} days earlier</source>
        <translation>{days}&#xa0;Tage früher</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>wie erwartet</translation>
    </message>
    <message>
        <source>{quarter}: {outcome}</source>
        <translation>{quarter}: {outcome}</translation>
    </message>
    <message>
        <source>moved to {dates}, learned {day} (simulated)</source>
        <translation>verschoben auf {dates}, bekannt seit {day} (simuliert)</translation>
    </message>
    <message>
        <source>moved to {dates}, learned {day}</source>
        <translation>verschoben auf {dates}, bekannt seit {day}</translation>
    </message>
    <message>
        <source>{number} bn</source>
        <translation>{number}&#xa0;Mrd.</translation>
    </message>
    <message>
        <source>revenue {amount}</source>
        <translation>Umsatz {amount}</translation>
    </message>
    <message>
        <source>Nothing is bundled for this instrument; what is missing is not known here.</source>
        <translation>Dazu ist nichts beigelegt; was fehlt, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Known to {day}; later releases come from the feed or from you.</source>
        <translation>Bekannt bis {day}; Späteres kommt aus der Quelle oder wird hier eingetragen.</translation>
    </message>
    <message>
        <source>Q{quarter} FY{year}</source>
        <translation>Q{quarter} GJ{year}</translation>
    </message>
    <message>
        <source>Next results</source>
        <translation>Nächste Ergebnisse</translation>
    </message>
    <message>
        <source>{quarter} results</source>
        <translation>Ergebnisse {quarter}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>voraussichtlich</translation>
    </message>
    <message>
        <source>Window open, day {day} of {days}</source>
        <translation>Zeitraum läuft, Tag {day} von {days}</translation>
    </message>
    <message>
        <source>Window opens in (estimated)</source>
        <translation>Zeitraum beginnt in (voraussichtlich)</translation>
    </message>
    <message>
        <source>Results in (confirmed)</source>
        <translation>Ergebnisse in (bestätigt)</translation>
    </message>
    <message>
        <source>No date is known here</source>
        <translation>Hier ist kein Termin bekannt</translation>
    </message>
    <message>
        <source>Overdue by 1 day, no report seen</source>
        <translation>Seit 1&#xa0;Tag überfällig, keine Meldung gesehen</translation>
    </message>
    <message>
        <source>Overdue by {days} days, no report seen</source>
        <translation>Seit {days}&#xa0;Tagen überfällig, keine Meldung gesehen</translation>
    </message>
    <message>
        <source>Reported {day}, next date not known here</source>
        <translation>Gemeldet am {day}, nächster Termin hier nicht bekannt</translation>
    </message>
    <message>
        <source>Reported {day}, next on {after}</source>
        <translation>Gemeldet am {day}, nächste am {after}</translation>
    </message>
    <message>
        <source>Reported {day}, next about {after}</source>
        <translation>Gemeldet am {day}, nächste etwa {after}</translation>
    </message>
    <message>
        <source>{title}: {dates} ({status})</source>
        <translation>{title}: {dates} ({status})</translation>
    </message>
    <message>
        <source>{title}: {sentence}</source>
        <translation>{title}: {sentence}</translation>
    </message>
    <message>
        <source>{dates} · earliest {moment} {city}</source>
        <translation>{dates} · ab {moment} {city}</translation>
    </message>
    <message>
        <source>Earliest moment, as is usual for this company:</source>
        <translation>Frühester Zeitpunkt, wie bei diesem Unternehmen üblich:</translation>
    </message>
    <message>
        <source>{source}, learned {day}</source>
        <translation>{source}, bekannt seit {day}</translation>
    </message>
    <message>
        <source>According to Yahoo</source>
        <translation>Laut Yahoo</translation>
    </message>
    <message>
        <source>From the bundled record</source>
        <translation>Aus den beigelegten Angaben</translation>
    </message>
    <message>
        <source>Set by you</source>
        <translation>Selbst gesetzt</translation>
    </message>
    <message>
        <source>Estimated from past dates</source>
        <translation>Aus früheren Terminen geschätzt</translation>
    </message>
    <message>
        <source>Simulated for the sample</source>
        <translation>Für das Beispiel simuliert</translation>
    </message>
    <message>
        <source>moved from {dates}, learned {day} (simulated)</source>
        <translation>zuvor {dates}, verschoben, bekannt seit {day} (simuliert)</translation>
    </message>
    <message>
        <source>moved from {dates}, learned {day}</source>
        <translation>zuvor {dates}, verschoben, bekannt seit {day}</translation>
    </message>
    <message>
        <source>set by you, pinned</source>
        <translation>selbst gesetzt, angeheftet</translation>
    </message>
    <message>
        <source>estimated from past dates</source>
        <translation>aus früheren Terminen geschätzt</translation>
    </message>
    <message>
        <source>date simulated for the sample</source>
        <translation>Termin für das Beispiel simuliert</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>selbst gesetzt</translation>
    </message>
    <message>
        <source>Looks reported, says a headline. Confirm?</source>
        <translation>Wohl gemeldet, sagt eine Schlagzeile. Bestätigen?</translation>
    </message>
    <message>
        <source>Looks reported, headline {time}. Confirm?</source>
        <translation>Wohl gemeldet, Schlagzeile {time}. Bestätigen?</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1&#xa0;Tag</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}&#xa0;Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1&#xa0;Stunde</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours}&#xa0;Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1&#xa0;Minute</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes}&#xa0;Minuten</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>Simulated prices, 2 February to 19 March 2026.</source>
        <translation>Simulierte Kurse, 2. Februar bis 19. März 2026.</translation>
    </message>
    <message>
        <source>{reason} Simulated prices meanwhile.</source>
        <translation>{reason} Solange simulierte Kurse.</translation>
    </message>
    <message>
        <source>{reason} Next try {time}. Simulated prices meanwhile.</source>
        <translation>{reason} Nächster Versuch {time}. Solange simulierte Kurse.</translation>
    </message>
    <message>
        <source>2 Feb, first hour</source>
        <translation>2. Feb, erste Stunde</translation>
    </message>
    <message>
        <source>18 Feb, window opens</source>
        <translation>18. Feb, Zeitraum beginnt</translation>
    </message>
    <message>
        <source>20 Feb, overdue</source>
        <translation>20. Feb, überfällig</translation>
    </message>
    <message>
        <source>New date learned</source>
        <translation>Neuer Termin bekannt</translation>
    </message>
    <message>
        <source>19 Mar, reported</source>
        <translation>19. März, gemeldet</translation>
    </message>
    <message>
        <source>{day} {time} {city}, date simulated ({keys})</source>
        <translation>{day} {time} {city}, Termin simuliert ({keys})</translation>
    </message>
    <message>
        <source>{day} {time} {city} ({keys})</source>
        <translation>{day} {time} {city} ({keys})</translation>
    </message>
</context>
<context>
    <name>spans</name>
    <message>
        <source>late {month}</source>
        <translation>Ende {month}</translation>
    </message>
    <message>
        <source>mid-{month}</source>
        <translation>Mitte {month}</translation>
    </message>
    <message>
        <source>early {month}</source>
        <translation>Anfang {month}</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>d</source>
        <translation>Tg.</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Before hours, live</source>
        <translation>Vorbörslich, live</translation>
    </message>
    <message>
        <source>After hours, live</source>
        <translation>Nachbörslich, live</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed · opens {when}</source>
        <translation>Geschlossen · öffnet {when}</translation>
    </message>
    <message>
        <source>No answer since {when}</source>
        <translation>Keine Antwort seit {when}</translation>
    </message>
    <message>
        <source>Delayed about {span}</source>
        <translation>Etwa {span} verzögert</translation>
    </message>
    <message>
        <source>Delayed {span}</source>
        <translation>{span} verzögert</translation>
    </message>
    <message>
        <source>Last trade {span} ago</source>
        <translation>Letzter Handel vor {span}</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>Noch kein Kurs</translation>
    </message>
    <message>
        <source>{venue} close</source>
        <translation>{venue}-Schluss</translation>
    </message>
    <message>
        <source>{venue} closed</source>
        <translation>{venue} geschlossen</translation>
    </message>
    <message>
        <source>last trade {span} ago, nobody trades</source>
        <translation>letzter Handel vor {span}, niemand handelt</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>live on {venue}</source>
        <translation>live, {venue}</translation>
    </message>
    <message>
        <source>{venue} main session closed</source>
        <translation>{venue}: Haupthandel geschlossen</translation>
    </message>
    <message>
        <source>Pause · goes on {when}</source>
        <translation>Pause · weiter {when}</translation>
    </message>
    <message>
        <source>no usable answer about it since {when}</source>
        <translation>keine brauchbare Antwort dazu seit {when}</translation>
    </message>
    <message>
        <source>{venue} main session closed, opens {when}</source>
        <translation>{venue}: Haupthandel geschlossen, öffnet {when}</translation>
    </message>
    <message>
        <source>{price} waits until another source agrees</source>
        <translation>{price} wartet, bis eine zweite Quelle zustimmt</translation>
    </message>
    <message>
        <source>{before} → {after} held back until another source agrees</source>
        <translation>{before} → {after} zurückgehalten, bis eine zweite Quelle zustimmt</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} behind Yahoo&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber Yahoo {span} nach.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} ahead of Yahoo&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber Yahoo {span} vor.</translation>
    </message>
    <message>
        <source>last trade {when}</source>
        <translation>letzter Handel {when}</translation>
    </message>
    <message>
        <source>next quotes {when}</source>
        <translation>nächste Kurse {when}</translation>
    </message>
    <message>
        <source>Simulated prices</source>
        <translation>Simulierte Kurse</translation>
    </message>
    <message>
        <source>Yahoo Finance, streaming</source>
        <translation>Yahoo Finance, laufend</translation>
    </message>
    <message>
        <source>Yahoo Finance, every {span}</source>
        <translation>Yahoo Finance, alle {span}</translation>
    </message>
    <message>
        <source>Yahoo Finance</source>
        <translation>Yahoo Finance</translation>
    </message>
    <message>
        <source>Asking Yahoo for prices</source>
        <translation>Kurse werden bei Yahoo abgefragt</translation>
    </message>
    <message>
        <source>Yahoo does not answer. {trying}</source>
        <translation>Yahoo antwortet nicht. {trying}</translation>
    </message>
    <message>
        <source>No connection. {trying}</source>
        <translation>Keine Verbindung. {trying}</translation>
    </message>
    <message>
        <source>No connection since {when}. {trying}</source>
        <translation>Keine Verbindung seit {when}. {trying}</translation>
    </message>
    <message>
        <source>Yahoo has not answered since {when}. {trying}</source>
        <translation>Yahoo antwortet seit {when} nicht. {trying}</translation>
    </message>
    <message>
        <source>{waiting} Next try within a minute.</source>
        <translation>{waiting} Nächster Versuch binnen einer Minute.</translation>
    </message>
    <message>
        <source>{waiting} Next try within a minute; prices as of {as_of}.</source>
        <translation>{waiting} Nächster Versuch binnen einer Minute; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>{waiting} Next try {when}.</source>
        <translation>{waiting} Nächster Versuch {when}.</translation>
    </message>
    <message>
        <source>{waiting} Next try {when}; prices as of {as_of}.</source>
        <translation>{waiting} Nächster Versuch {when}; Kurse von {as_of}.</translation>
    </message>
    <message>
        <source>before hours, live</source>
        <translation>vorbörslich, live</translation>
    </message>
    <message>
        <source>after hours, live</source>
        <translation>nachbörslich, live</translation>
    </message>
    <message>
        <source>{venue} pauses</source>
        <translation>{venue} pausiert</translation>
    </message>
    <message>
        <source>{venue} pauses until {when}</source>
        <translation>{venue} pausiert bis {when}</translation>
    </message>
    <message>
        <source>before hours</source>
        <translation>vorbörslich</translation>
    </message>
    <message>
        <source>after hours</source>
        <translation>nachbörslich</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Delay unknown</source>
        <translation>Unbekannt verzögert</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
</context>
<context>
    <name>stores</name>
    <message>
        <source>Settings could not be read and were set aside as {name}; defaults are in use.</source>
        <translation>Die Einstellungen waren nicht lesbar und wurden als {name} beiseitegelegt; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Settings could not be read; defaults are in use.</source>
        <translation>Die Einstellungen waren nicht lesbar; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Settings cannot be kept: {path} cannot be read or written.</source>
        <translation>Einstellungen können nicht bewahrt werden: {path} ist nicht lesbar oder nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Prices are not kept for the next start: {path} cannot be written.</source>
        <translation>Kurse bleiben nicht bis zum nächsten Start: {path} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>That was not kept: {path} is in use by another program. Try again.</source>
        <translation>Das wurde nicht behalten: {path} wird von einem anderen Programm benutzt. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>That was not kept: {path} cannot be written. Is the disk full or read-only?</source>
        <translation>Das wurde nicht behalten: {path} ist nicht beschreibbar. Ist der Datenträger voll oder schreibgeschützt?</translation>
    </message>
    <message>
        <source>That was not kept: {path} cannot be read any more. Start watcher again to mend it.</source>
        <translation>Das wurde nicht behalten: {path} ist nicht mehr lesbar. Ein Neustart von watcher behebt das.</translation>
    </message>
    <message>
        <source>Your data could not be read.</source>
        <translation>Die eigenen Daten waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Your data were written by a newer version.</source>
        <translation>Die eigenen Daten stammen von einer neueren Version.</translation>
    </message>
    <message>
        <source>Your data cannot be written.</source>
        <translation>Die eigenen Daten lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Your data are in use by another program.</source>
        <translation>Die eigenen Daten werden von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>{path} was written by watcher {version}. Nothing was changed. Start that version or a newer one.</source>
        <translation>{path} wurde von watcher {version} geschrieben. Nichts wurde verändert. Diese oder eine neuere Version starten.</translation>
    </message>
    <message>
        <source>{path} is damaged. The newest good copy is {copy}. The damaged file is set aside, not deleted.</source>
        <translation>{path} ist beschädigt. Die neueste gute Kopie ist {copy}. Die beschädigte Datei wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>{path} is damaged and there is no copy of it. It can be set aside to begin anew; it is not deleted.</source>
        <translation>{path} ist beschädigt, und es gibt keine Kopie. Für einen Neubeginn wird die Datei beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>{path} cannot be used. See that you may write there and that no other program holds it.</source>
        <translation>{path} lässt sich nicht benutzen. Dort muss Schreiben erlaubt sein, und kein anderes Programm darf die Datei halten.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{day}</source>
        <translation>{day}.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>transactions</name>
    <message>
        <source>Bought</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Held, as a statement says</source>
        <translation>Bestand laut Auszug</translation>
    </message>
    <message>
        <source>Received without a trade</source>
        <translation>Zugang ohne Kauf</translation>
    </message>
    <message>
        <source>Delivered without a trade</source>
        <translation>Abgang ohne Verkauf</translation>
    </message>
    <message>
        <source>day not known</source>
        <translation>Tag unbekannt</translation>
    </message>
    <message>
        <source>Bought {quantity} at {price} {currency} on {day}</source>
        <translation>Kauf: {quantity} zu {price}&#xa0;{currency} am {day}</translation>
    </message>
    <message>
        <source>Sold {quantity} at {price} {currency} on {day}</source>
        <translation>Verkauf: {quantity} zu {price}&#xa0;{currency} am {day}</translation>
    </message>
    <message>
        <source>Held {quantity}, at {price} {currency} each, since {day}</source>
        <translation>Bestand: {quantity} zu je {price}&#xa0;{currency} seit {day}</translation>
    </message>
    <message>
        <source>Received {quantity}, at {price} {currency} each, on {day}</source>
        <translation>Zugang: {quantity} zu je {price}&#xa0;{currency} am {day}</translation>
    </message>
    <message>
        <source>Delivered {quantity}, at {price} {currency} each, on {day}</source>
        <translation>Abgang: {quantity} zu je {price}&#xa0;{currency} am {day}</translation>
    </message>
    <message>
        <source>Bought {quantity} on {day}</source>
        <translation>Kauf: {quantity} am {day}</translation>
    </message>
    <message>
        <source>Sold {quantity} on {day}</source>
        <translation>Verkauf: {quantity} am {day}</translation>
    </message>
    <message>
        <source>Held {quantity} since {day}</source>
        <translation>Bestand: {quantity} seit {day}</translation>
    </message>
    <message>
        <source>Received {quantity} on {day}</source>
        <translation>Zugang: {quantity} am {day}</translation>
    </message>
    <message>
        <source>Delivered {quantity} on {day}</source>
        <translation>Abgang: {quantity} am {day}</translation>
    </message>
    <message>
        <source>Choose what was traded: type a name, symbol or ISIN.</source>
        <translation>Gehandeltes Wertpapier wählen: Name, Symbol oder ISIN eingeben.</translation>
    </message>
    <message>
        <source>Type how many.</source>
        <translation>Stückzahl eingeben.</translation>
    </message>
    <message>
        <source>A quantity is above zero; what goes out is chosen above, as sold or delivered.</source>
        <translation>Eine Stückzahl ist größer als null; was abgeht, wird oben gewählt, als Verkauf oder Abgang.</translation>
    </message>
    <message>
        <source>Type the price of one.</source>
        <translation>Kurs je Stück eingeben.</translation>
    </message>
    <message>
        <source>Type zero or more.</source>
        <translation>Null oder mehr eingeben.</translation>
    </message>
    <message>
        <source>A rate is above zero.</source>
        <translation>Ein Wechselkurs ist größer als null.</translation>
    </message>
    <message>
        <source>{text} is still to come.</source>
        <translation>{text} liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>Choose the day of the trade.</source>
        <translation>Tag des Handels wählen.</translation>
    </message>
    <message>
        <source>Choose the currency of the price.</source>
        <translation>Währung des Kurses wählen.</translation>
    </message>
    <message>
        <source>“{text}” is no currency that is known here. Type its three letters, like EUR.</source>
        <translation>„{text}“ ist keine hier bekannte Währung. Drei Buchstaben eingeben, etwa EUR.</translation>
    </message>
    <message>
        <source>Prices are kept in whole {text}: type 1.18 for a price of 118 hundredths, and {text} here.</source>
        <translation>Kurse werden in ganzen {text} geführt: bei einem Kurs von 118 Hundertsteln 1,18 eingeben, und hier {text}.</translation>
    </message>
    <message>
        <source>{quantity} × {price} = {total}</source>
        <translation>{quantity} × {price} = {total}</translation>
    </message>
    <message>
        <source>{quantity} × {price} − {fee} fee = {total}</source>
        <translation>{quantity} × {price} − {fee} Gebühr = {total}</translation>
    </message>
    <message>
        <source>{quantity} × {price} + {fee} fee = {total}</source>
        <translation>{quantity} × {price} + {fee} Gebühr = {total}</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>“{text}” can be {one} or {other}: type one of these.</source>
        <translation>„{text}“ kann {one} oder {other} sein: eines davon eingeben.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Type it like {example}.</source>
        <translation>„{text}“ ist keine Zahl. Schreibweise: {example}.</translation>
    </message>
</context>
<context>
    <name>watchlist</name>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30&#xa0;Tage</translation>
    </message>
    <message>
        <source>Price, change</source>
        <translation>Kurs, Änderung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change %</source>
        <translation>Änderung %</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>52 weeks</source>
        <translation>52&#xa0;Wochen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Line of 30 days</source>
        <translation>Verlauf von 30&#xa0;Tagen</translation>
    </message>
    <message>
        <source>Price with change in percent</source>
        <translation>Kurs mit Änderung in Prozent</translation>
    </message>
    <message>
        <source>Change in percent</source>
        <translation>Änderung in Prozent</translation>
    </message>
    <message>
        <source>Low of the session</source>
        <translation>Tief des Handelstags</translation>
    </message>
    <message>
        <source>High of the session</source>
        <translation>Hoch des Handelstags</translation>
    </message>
    <message>
        <source>Range of 52 weeks</source>
        <translation>Spanne von 52&#xa0;Wochen</translation>
    </message>
    <message>
        <source>Age of the price</source>
        <translation>Alter des Kurses</translation>
    </message>
    <message>
        <source>The clipboard names no instrument.</source>
        <translation>Die Zwischenablage nennt kein Wertpapier.</translation>
    </message>
    <message>
        <source>All that was pasted is on the list already.</source>
        <translation>Alles Eingefügte ist schon auf der Liste.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Rename the list</source>
        <translation>Liste umbenennen</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Neuer Abschnitt</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>{written}: no listing found yet. Choose one in its menu.</source>
        <translation>{written}: noch keine Notierung gefunden. Auswahl im Menü der Zeile.</translation>
    </message>
    <message>
        <source>No listing found yet</source>
        <translation>Noch keine Notierung</translation>
    </message>
</context>
<context>
    <name>zones</name>
    <message>
        <source>New York</source>
        <translation>New York</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Berlin</source>
        <translation>Berlin</translation>
    </message>
    <message>
        <source>Vienna</source>
        <translation>Wien</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>Zürich</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
</context>
</TS>
