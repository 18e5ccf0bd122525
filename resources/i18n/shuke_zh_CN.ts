<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <source>No receipt printer is set up. The receipt is saved; press F10 to print it later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to the printer broke. Look at the paper and say whether the receipt came out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data file cannot be opened safely: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data file could not be written ({kind}). Nothing was stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device did not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk did not confirm ({kind}). Shuke is checking whether it was stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The drawer was not opened. Open it with the key or press F9.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer does not answer. The receipt is saved; switch the printer off and on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer is not connected. The receipt is saved and prints when it is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer is out of paper. The receipt is saved; put in a new roll.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer reports a fault. The receipt is saved; look at its lamps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer stopped in the middle. Look at the paper and say whether the receipt came out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer's cover is open. The receipt is saved; close the cover.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The receipt could not be drawn for this printer. The sale itself is safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The till stopped while printing. Look at the paper and say whether the receipt came out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no setting called “{key}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is not enough on the account for this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This data file was written by a newer version of Shuke. Please update the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This did not work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This needs the owner's permission.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} cannot change any more: there are sales in this currency.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is not a value for {key}. {expected}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>A cash drawer hangs on the printer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Banknotes offered when paying</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cash rounding: nearest, down or up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country of phone numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency (ISO code)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days until points expire (0: never)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decimals of the currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digits of the article number on scale labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First two digits of scale labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hour at which the business day ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the printer gets Chinese</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of receipts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest banknote; more change asks again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length of the first pause, in seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paper width in columns (58 mm: 32, 80 mm: 48)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points earned for each step of what was paid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Printer: empty, file:FOLDER or tcp:HOST:PORT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refund a cashier may give alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Round cash totals to (smallest units)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale labels hold a weight or an amount</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale labels must have a right check digit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step of what was paid that earns points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer answers questions about its state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words at the foot of the receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong PINs before a pause</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
