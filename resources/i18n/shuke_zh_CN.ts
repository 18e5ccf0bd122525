<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CodePage</name>
        <message>
            <source>Back to the answers</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CountPage</name>
        <message>
            <source>All goods</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New stock-take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What I scan</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Close the till</source>
            <translation>关闭收银程序</translation>
        </message>
        <message>
            <source>Details for the helpdesk: {file}</source>
            <translation>技术支持所需的记录：{file}</translation>
        </message>
        <message>
            <source>Every sale whose change was shown is safe, and so is the open basket. Press Enter to go on. If it happens again, close the till and start it anew.</source>
            <translation>已显示找零的销售都已保存，当前这单也在。按回车继续。如果再次出现，请关闭收银程序后重新打开。</translation>
        </message>
        <message>
            <source>Go on   Enter</source>
            <translation>继续　回车</translation>
        </message>
        <message>
            <source>Something in the till went wrong</source>
            <translation>收银程序出错了</translation>
        </message>
    </context>
    <context>
        <name>DifferencesView</name>
        <message>
            <source>Book   Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counted: {counted}   Different: {wrong}   Missing: {missing}   Too many: {surplus}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not counted: {count} ({names})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set what nobody counted to zero</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentEditor</name>
        <message>
            <source>Articles: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles: {count}   Cost: {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Book   Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivery note number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences   Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter: quantity and cost   ↑ ↓: line   Del: remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In your own words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody knows the code {code} yet. Put the article on sale, or press Esc to skip it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found. Try fewer letters, or the code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan, or type a code or a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no day. Type it like 2026-05-01.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This quantity cannot be. Pieces are whole numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a cost: {count}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentsPage</name>
        <message>
            <source>Book the opposite of this document? Goods and cost go back; both stay in the book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Booked: {kind}. Articles: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop this document? Nothing of it is booked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExpiringPage</name>
        <message>
            <source>Write off what is chosen</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Making the demo shop: ninety days of sales. It opens by itself.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstRunView</name>
        <message>
            <source>A few answers and the till is ready. Everything else has a default and can be changed later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it stands on the receipt</source>
            <translation>打印在小票上的名称</translation>
        </message>
        <message>
            <source>Every receipt needs the name of the shop.</source>
            <translation>小票上要有店名，请填写。</translation>
        </message>
        <message>
            <source>First look around in the demo shop   F2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on   Enter</source>
            <translation>继续　回车</translation>
        </message>
        <message>
            <source>Name of the shop</source>
            <translation>店名</translation>
        </message>
        <message>
            <source>Please say who you are.</source>
            <translation>请填写您的姓名。</translation>
        </message>
        <message>
            <source>The PIN needs at least six digits.</source>
            <translation>密码至少要六位数字。</translation>
        </message>
        <message>
            <source>The PIN opens everything: prices, refunds, reports. Nobody can read it back; keep it safe.</source>
            <translation>店主密码可以改价、退货、看报表。密码无法查看，请妥善保管。</translation>
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Type them again.</source>
            <translation>两次输入的密码不一样，请重新输入。</translation>
        </message>
        <message>
            <source>This PIN is too easy to guess. Take another one.</source>
            <translation>这个密码太容易猜到，请换一个。</translation>
        </message>
        <message>
            <source>Welcome to Shuke</source>
            <translation>欢迎使用熟客</translation>
        </message>
        <message>
            <source>Your PIN (six digits or more)</source>
            <translation>您的密码（至少六位数字）</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的姓名</translation>
        </message>
    </context>
    <context>
        <name>FrontDoor</name>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
    </context>
    <context>
        <name>KeySheetDialog</name>
        <message>
            <source>All keys</source>
            <translation>全部按键</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>任何时候</translation>
        </message>
        <message>
            <source>Close   Esc</source>
            <translation>关闭　Esc</translation>
        </message>
        <message>
            <source>In short</source>
            <translation>组合键</translation>
        </message>
        <message>
            <source>In the back office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While selling</source>
            <translation>销售时</translation>
        </message>
        <message>
            <source>While taking money</source>
            <translation>收款时</translation>
        </message>
        <message>
            <source>before a scan: six of it</source>
            <translation>再扫码：一次加六件</translation>
        </message>
        <message>
            <source>six of the chosen line</source>
            <translation>选中的商品改为六件</translation>
        </message>
    </context>
    <context>
        <name>LineFields</name>
        <message>
            <source>Cost of all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cost of one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keeps until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Remove line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>year-month-day</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Shuke</source>
            <translation>熟客</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>To the till</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OfficeDoor</name>
        <message>
            <source>The back office is for the owner.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OfficeScreen</name>
        <message>
            <source>Back   Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you changed here is not saved yet. Leave without saving?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OnHandPage</name>
        <message>
            <source>Value {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {goods} without a cost</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PostedView</name>
        <message>
            <source>Cost not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation>收回</translation>
        </message>
    </context>
    <context>
        <name>Prompter</name>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>RecoverView</name>
        <message>
            <source>A new PIN for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back   Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New PIN (six digits or more)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set the new PIN   Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Type them again.</source>
            <translation>两次输入的密码不一样，请重新输入。</translation>
        </message>
        <message>
            <source>Type the recovery code from the paper, group by group, and choose a new PIN. Small letters and spaces do not matter. The code works once; you get a new one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RecoveryCodePanel</name>
        <message>
            <source>I have written it down   Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If the PIN is ever forgotten, this code is the only way back in. Nobody can read it again: print it or write it down now, and keep the paper locked away, not at the till. It works once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for the printer ...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer took it. Is the paper there?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the last group of the code above. Look at your paper and type it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the last group as it stands on your paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your recovery code</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignInView</name>
        <message>
            <source>A PIN has at least six digits.</source>
            <translation>密码至少六位数字。</translation>
        </message>
        <message>
            <source>Checking ...</source>
            <translation>正在核对……</translation>
        </message>
        <message>
            <source>Nobody may sign in here yet. The owner adds people under Staff.</source>
            <translation>还没有可以登录的人员，请店主在“员工”里添加。</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>PIN forgotten   F9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Sign in   Enter</source>
            <translation>登录　回车</translation>
        </message>
        <message>
            <source>The open basket is kept. Sign in to go on with it.</source>
            <translation>当前这单已保留，登录后继续。</translation>
        </message>
        <message>
            <source>Type your PIN of six digits, then Enter.</source>
            <translation>输入六位密码，再按回车。</translation>
        </message>
        <message>
            <source>Who are you?  ↑ ↓</source>
            <translation>请选择姓名　↑ ↓</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Back office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the language</source>
            <translation>切换语言</translation>
        </message>
    </context>
    <context>
        <name>SuppliersPage</name>
        <message>
            <source>Its goods: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take this supplier off the list? Its deliveries stay in the book.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TillProgram</name>
        <message>
            <source>Cash drawer</source>
            <translation>钱箱</translation>
        </message>
        <message>
            <source>No drawer</source>
            <translation>无钱箱</translation>
        </message>
        <message>
            <source>No printer</source>
            <translation>无打印机</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>未开班</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Shift {number}</source>
            <translation>第 {number} 班</translation>
        </message>
        <message>
            <source>The computer's clock seems wrong: it shows {now}, the last entry is of {seen}. Please check date and time. Selling goes on.</source>
            <translation>电脑时间可能不对：现在显示 {now}，上一笔记录是 {seen}。请检查日期和时间。可以照常收银。</translation>
        </message>
        <message>
            <source>This till is fine</source>
            <translation>本机正常</translation>
        </message>
        <message>
            <source>Till {code}</source>
            <translation>{code} 收银台</translation>
        </message>
    </context>
    <context>
        <name>cashier</name>
        <message>
            <source>+{points} points, now {balance}</source>
            <translation>积分 +{points}，余 {balance}</translation>
        </message>
        <message>
            <source>1   Yes, it came out</source>
            <translation>1   已打印出来</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 件</translation>
        </message>
        <message>
            <source>2   No: print it again, marked COPY</source>
            <translation>2   没有，补打一张（注明重印）</translation>
        </message>
        <message>
            <source>A PIN has {count} digits.</source>
            <translation>密码为 {count} 位数字。</translation>
        </message>
        <message>
            <source>A first price for an article</source>
            <translation>为商品首次定价</translation>
        </message>
        <message>
            <source>A paper in doubt</source>
            <translation>待确认的小票</translation>
        </message>
        <message>
            <source>A refund over the limit, or in cash for other money</source>
            <translation>超过限额的退货，或把非现金付款退成现金</translation>
        </message>
        <message>
            <source>A slip is printed and the drawer opens.</source>
            <translation>将打印凭条并打开钱箱。</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>全部按键</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Another price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Another price for a line</source>
            <translation>修改单品价格</translation>
        </message>
        <message>
            <source>Another receipt's number, as T1-000123</source>
            <translation>其他小票号，如 T1-000123</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>任何时候</translation>
        </message>
        <message>
            <source>Bank card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash in</source>
            <translation>存入现金</translation>
        </message>
        <message>
            <source>Cash out</source>
            <translation>取出现金</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>找零</translation>
        </message>
        <message>
            <source>Change it   Enter</source>
            <translation>修改   回车</translation>
        </message>
        <message>
            <source>Change my PIN</source>
            <translation>修改我的密码</translation>
        </message>
        <message>
            <source>Change {amount}</source>
            <translation>找零 {amount}</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>核对中…</translation>
        </message>
        <message>
            <source>Choose a line first: ↑ ↓ or tap it.</source>
            <translation>请先用 ↑ ↓ 或点按选择一行。</translation>
        </message>
        <message>
            <source>Close the shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Closing a shift that somebody else opened</source>
            <translation>代他人交班</translation>
        </message>
        <message>
            <source>Count the drawer with its float: type the sum, or the pieces of each.</source>
            <translation>清点钱箱（含备用金）：输入总额，或逐项输入张数。</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>实点金额</translation>
        </message>
        <message>
            <source>Counted {amount}</source>
            <translation>实点 {amount}</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Did {number} come out of the printer?</source>
            <translation>小票 {number} 打印出来了吗？</translation>
        </message>
        <message>
            <source>Done   Enter</source>
            <translation>完成   回车</translation>
        </message>
        <message>
            <source>Drawer and shift: press a number</source>
            <translation>钱箱与班次：按序号选择</translation>
        </message>
        <message>
            <source>Enrolled. This sale already earns points.</source>
            <translation>入会成功，本单即可积分。</translation>
        </message>
        <message>
            <source>Enter puts it into the basket</source>
            <translation>按回车加入本单</translation>
        </message>
        <message>
            <source>Enter takes this member</source>
            <translation>按回车选定此会员</translation>
        </message>
        <message>
            <source>Enter, then the number; or ↑ ↓</source>
            <translation>按回车后按序号，或用 ↑ ↓ 选择</translation>
        </message>
        <message>
            <source>Esc  Back</source>
            <translation>Esc  返回</translation>
        </message>
        <message>
            <source>Exact: no change</source>
            <translation>正好，无需找零</translation>
        </message>
        <message>
            <source>Expected {amount}</source>
            <translation>应有 {amount}</translation>
        </message>
        <message>
            <source>Find goods · a scan shows the price</source>
            <translation>找商品 · 扫码查价</translation>
        </message>
        <message>
            <source>First price</source>
            <translation>首次定价</translation>
        </message>
        <message>
            <source>For this sale only. Now {price}</source>
            <translation>仅限本单。现价 {price}</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>Give back   Enter</source>
            <translation>确认退款   回车</translation>
        </message>
        <message>
            <source>Go on   Enter</source>
            <translation>继续　回车</translation>
        </message>
        <message>
            <source>Good for this one action. Both names are written down.</source>
            <translation>仅对本次操作有效，双方姓名均会记录。</translation>
        </message>
        <message>
            <source>How much change lies in the drawer before the first sale?</source>
            <translation>首笔交易前，钱箱里有多少备用金？</translation>
        </message>
        <message>
            <source>In cash {amount} is due</source>
            <translation>现金应收 {amount}</translation>
        </message>
        <message>
            <source>It has no price yet. What you type becomes its shelf price.</source>
            <translation>该商品尚无售价，输入后即为其售价。</translation>
        </message>
        <message>
            <source>Last 4 of the phone, phone, name or pinyin</source>
            <translation>手机后四位 / 手机号 / 姓名 / 拼音</translation>
        </message>
        <message>
            <source>Last refund {number}  {total}</source>
            <translation>上一笔退货 {number}  {total}</translation>
        </message>
        <message>
            <source>Last sale {number}  {total}</source>
            <translation>上一单 {number}  {total}</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Members {price}</source>
            <translation>会员价 {price}</translation>
        </message>
        <message>
            <source>Name, pinyin, initials or code</source>
            <translation>名称 / 拼音 / 首字母 / 条码</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New PIN again</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Next customer: just scan</source>
            <translation>下一位顾客：直接扫码</translation>
        </message>
        <message>
            <source>No basket is on hold.</source>
            <translation>没有挂单。</translation>
        </message>
        <message>
            <source>No member</source>
            <translation>非会员</translation>
        </message>
        <message>
            <source>No price</source>
            <translation>无价</translation>
        </message>
        <message>
            <source>No price yet. F7 gives it one.</source>
            <translation>尚无售价，按 F7 定价。</translation>
        </message>
        <message>
            <source>No quick keys yet. The owner sets them up in the back office (Ctrl+B).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sale yet on this till</source>
            <translation>本机尚无交易</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Nobody found. A whole phone number can be enrolled.</source>
            <translation>没有找到。输入完整手机号可办理入会。</translation>
        </message>
        <message>
            <source>Nobody has this number yet. Enter enrols it</source>
            <translation>该号码尚未入会，按回车 办理入会</translation>
        </message>
        <message>
            <source>Nobody knows whether {number} was printed. The sale is safe; F10 asks about the paper.</source>
            <translation>无法确认 {number} 是否已打印。交易已保存，按 F10 核对小票。</translation>
        </message>
        <message>
            <source>Not this member</source>
            <translation>取消会员</translation>
        </message>
        <message>
            <source>Note it   Enter</source>
            <translation>记录   回车</translation>
        </message>
        <message>
            <source>Nothing is called {text}.
Try fewer letters, or another word.</source>
            <translation>没有找到“{text}”。
请少输几个字，或换个词。</translation>
        </message>
        <message>
            <source>Nothing is known under this code</source>
            <translation>查不到此条码</translation>
        </message>
        <message>
            <source>Nothing is known under {code}. Del removes the row, F2 finds the item by name.</source>
            <translation>查不到条码 {code}。按 Del 删除该行，或按 F2 按名称查找。</translation>
        </message>
        <message>
            <source>On hold: press a number</source>
            <translation>挂单：按序号取单</translation>
        </message>
        <message>
            <source>Only this line</source>
            <translation>只退此行</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>打开钱箱</translation>
        </message>
        <message>
            <source>Open the shift</source>
            <translation>开班</translation>
        </message>
        <message>
            <source>Open the shift   Enter</source>
            <translation>开班   回车</translation>
        </message>
        <message>
            <source>Open the shift first.</source>
            <translation>请先开班。</translation>
        </message>
        <message>
            <source>Opening the drawer without a sale</source>
            <translation>无交易打开钱箱</translation>
        </message>
        <message>
            <source>Or scan the member's card or code</source>
            <translation>也可直接扫会员卡或会员码</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>长款</translation>
        </message>
        <message>
            <source>PIN now</source>
            <translation>当前密码</translation>
        </message>
        <message>
            <source>Paid {total}</source>
            <translation>原单实付 {total}</translation>
        </message>
        <message>
            <source>Pay back: {kind}</source>
            <translation>退款方式：{kind}</translation>
        </message>
        <message>
            <source>Payment number (may stay empty)</source>
            <translation>支付单号（可留空）</translation>
        </message>
        <message>
            <source>Please check the amount</source>
            <translation>请检查金额</translation>
        </message>
        <message>
            <source>Please type a reason; it stands in the report.</source>
            <translation>请输入原因，报表中会显示。</translation>
        </message>
        <message>
            <source>Please type an amount.</source>
            <translation>请输入金额。</translation>
        </message>
        <message>
            <source>Please type the weight in kilograms, as 0.735.</source>
            <translation>请输入重量（公斤），例如 0.735。</translation>
        </message>
        <message>
            <source>Print a receipt again</source>
            <translation>补打小票</translation>
        </message>
        <message>
            <source>Print {number}   Enter</source>
            <translation>打印 {number}   回车</translation>
        </message>
        <message>
            <source>Quick keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Recall ({count})</source>
            <translation>取单（{count}）</translation>
        </message>
        <message>
            <source>Receipt number, as T1-000123</source>
            <translation>小票号，如 T1-000123</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Refund of {number}</source>
            <translation>退货 {number}</translation>
        </message>
        <message>
            <source>Report, being printed</source>
            <translation>报表（正在打印）</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>抹零</translation>
        </message>
        <message>
            <source>Scan the card, or {key}: phone, name</source>
            <translation>扫会员码，或按 {key} 输手机号/姓名</translation>
        </message>
        <message>
            <source>Scan the code on the receipt, or type its number</source>
            <translation>扫小票上的条码，或输入小票号</translation>
        </message>
        <message>
            <source>Scan the first item</source>
            <translation>请扫第一件商品</translation>
        </message>
        <message>
            <source>Scan, or type code, number or initials</source>
            <translation>扫码，或输入条码 / 货号 / 拼音首字母</translation>
        </message>
        <message>
            <source>Shift {number} is closed; the Z report is being printed.</source>
            <translation>第 {number} 班已交班，正在打印 Z 报表。</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短款</translation>
        </message>
        <message>
            <source>Six digits or more that nobody guesses.</source>
            <translation>六位以上、不易猜到的数字。</translation>
        </message>
        <message>
            <source>Six of the next scan</source>
            <translation>下一件扫码数量为 6</translation>
        </message>
        <message>
            <source>Space  All or none</source>
            <translation>空格  全退/不退</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>还差</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>Thank you, that is noted.</source>
            <translation>好的，已记录。</translation>
        </message>
        <message>
            <source>The basket is back.</source>
            <translation>已取单。</translation>
        </message>
        <message>
            <source>The basket is on hold. F5 brings it back.</source>
            <translation>已挂单，按 F5 取回。</translation>
        </message>
        <message>
            <source>The basket still holds goods. Pay, hold or remove them first.</source>
            <translation>本单还有商品，请先收款、挂单或删除。</translation>
        </message>
        <message>
            <source>The customer agrees: enrol   Enter</source>
            <translation>顾客同意，立即入会   回车</translation>
        </message>
        <message>
            <source>The drawer was opened without a sale. This was noted.</source>
            <translation>已打开钱箱（无交易），此操作已记录。</translation>
        </message>
        <message>
            <source>The owner's PIN, please</source>
            <translation>请店主输入密码</translation>
        </message>
        <message>
            <source>The printer is not connected. The receipt is saved; F10 prints it later.</source>
            <translation>打印机未连接。小票已保存，按 F10 补打。</translation>
        </message>
        <message>
            <source>The receipt is being printed again, marked COPY.</source>
            <translation>正在补打小票（注明重印）。</translation>
        </message>
        <message>
            <source>The sale itself is safe. A scan goes on; F10 asks again.</source>
            <translation>交易已安全保存。可直接扫码继续，按 F10 再次询问。</translation>
        </message>
        <message>
            <source>The till had stopped. The open basket was kept; please compare it with the goods.</source>
            <translation>收银机曾中断，未结的单已保留，请与商品核对。</translation>
        </message>
        <message>
            <source>The two new PINs differ. Type them again.</source>
            <translation>两次输入的新密码不一致，请重新输入。</translation>
        </message>
        <message>
            <source>Then {amount} remains</source>
            <translation>之后还差 {amount}</translation>
        </message>
        <message>
            <source>This scan could not be read. Please scan again.</source>
            <translation>没有扫全，请再扫一次。</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>To the back office, without opening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total {total}</source>
            <translation>合计 {total}</translation>
        </message>
        <message>
            <source>Type two letters or characters of the name.
Scan something to see its price.</source>
            <translation>输入名称中的两个字或拼音首字母。
扫码即可查价。</translation>
        </message>
        <message>
            <source>Unknown code. Del removes it, F2 finds the item.</source>
            <translation>未知条码。按 Del 删除，或按 F2 按名称查找。</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Weight in kg</source>
            <translation>重量（公斤）</translation>
        </message>
        <message>
            <source>Weight missing. Press Enter and type it.</source>
            <translation>缺重量，按回车输入。</translation>
        </message>
        <message>
            <source>Which one? Press the number</source>
            <translation>是哪一位？按序号选择</translation>
        </message>
        <message>
            <source>While selling</source>
            <translation>销售时</translation>
        </message>
        <message>
            <source>While taking money</source>
            <translation>收款时</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X 报表</translation>
        </message>
        <message>
            <source>Your PIN was changed.</source>
            <translation>密码已修改。</translation>
        </message>
        <message>
            <source>came back</source>
            <translation>已退</translation>
        </message>
        <message>
            <source>in cash {amount}</source>
            <translation>现金实收 {amount}</translation>
        </message>
        <message>
            <source>saved {amount}</source>
            <translation>已省 {amount}</translation>
        </message>
        <message>
            <source>this sale +{points}</source>
            <translation>本单 +{points}</translation>
        </message>
        <message>
            <source>{amount} noted: {reason}</source>
            <translation>已记录 {amount}：{reason}</translation>
        </message>
        <message>
            <source>{back} of {left}</source>
            <translation>{back} / {left}</translation>
        </message>
        <message>
            <source>{change} change is more than the largest note. Enter again if {given} is right.</source>
            <translation>找零 {change} 超过最大面额。确认收到 {given} 请再按回车。</translation>
        </message>
        <message>
            <source>{code} was not taken. Finish paying first, or press Esc to add goods.</source>
            <translation>未录入 {code}。请先完成收款，或按 Esc 继续加商品。</translation>
        </message>
        <message>
            <source>{code} was not taken. Finish this first, or press Esc, then scan again.</source>
            <translation>未录入 {code}。请先完成当前操作或按 Esc，再重新扫码。</translation>
        </message>
        <message>
            <source>{count} baskets stay on hold for the next shift.</source>
            <translation>有 {count} 单挂单留给下一班。</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 件</translation>
        </message>
        <message>
            <source>{count} lines</source>
            <translation>{count} 行</translation>
        </message>
        <message>
            <source>{form} ({name})</source>
            <translation>{form}（{name}）</translation>
        </message>
        <message>
            <source>{kind} {amount}: Enter</source>
            <translation>{kind} {amount}：按回车</translation>
        </message>
        <message>
            <source>{number} is being printed again.</source>
            <translation>正在补打 {number}。</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>积分 {points}</translation>
        </message>
        <message>
            <source>{points} points taken back</source>
            <translation>扣回积分 {points}</translation>
        </message>
        <message>
            <source>{points} points taken back, now {balance}</source>
            <translation>扣回积分 {points}，余 {balance}</translation>
        </message>
        <message>
            <source>{price}  ·  type what the scale shows, as 0.735</source>
            <translation>{price}  ·  按秤上读数输入，如 0.735</translation>
        </message>
        <message>
            <source>{search} finds goods by name   ·   {member} names the member</source>
            <translation>{search} 按名称找商品   ·   {member} 识别会员</translation>
        </message>
        <message>
            <source>{total} counted. Close now?   Enter</source>
            <translation>实点 {total}，确认交班？   回车</translation>
        </message>
        <message>
            <source>{typed} is not a quantity.</source>
            <translation>“{typed}”不是有效数量。</translation>
        </message>
        <message>
            <source>✓ Exactly right</source>
            <translation>✓ 账实相符</translation>
        </message>
    </context>
    <context>
        <name>columns</name>
        <message>
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Barcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Basket</source>
            <translation>购物篮</translation>
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>退回数量</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counted</source>
            <translation>实点金额</translation>
        </message>
        <message>
            <source>Days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discount</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Keeps until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last delivery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left, about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hand after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Subtotal</source>
            <translation>小计</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worth</source>
            <translation>可退金额</translation>
        </message>
    </context>
    <context>
        <name>consent</name>
        <message>
            <source>The shop keeps my number and my purchases to credit points. I can ask for deletion at any time.</source>
            <translation>本店保存我的电话号码和购物记录，用于累计积分。我可以随时要求删除。</translation>
        </message>
        <message>
            <source>The shop may send me offers over the channels I name. I can stop this at any time.</source>
            <translation>本店可以通过我指定的方式向我发送优惠信息。我可以随时取消。</translation>
        </message>
        <message>
            <source>The shop may work out from my purchases what I need next. I can stop this at any time.</source>
            <translation>本店可以根据我的购物记录推算我接下来需要什么。我可以随时取消。</translation>
        </message>
    </context>
    <context>
        <name>devices</name>
        <message>
            <source>another program holds it</source>
            <translation>被其他程序占用</translation>
        </message>
        <message>
            <source>came too late</source>
            <translation>来得太迟</translation>
        </message>
        <message>
            <source>connected; it does not say more</source>
            <translation>已连接，但不报告状态</translation>
        </message>
        <message>
            <source>could not be drawn</source>
            <translation>无法排版</translation>
        </message>
        <message>
            <source>cover open</source>
            <translation>盖子打开</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>没有回应</translation>
        </message>
        <message>
            <source>its print queue is stopped</source>
            <translation>打印队列已停止</translation>
        </message>
        <message>
            <source>label printer</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>libusb or its driver is missing</source>
            <translation>缺少 libusb 或驱动</translation>
        </message>
        <message>
            <source>none set up</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>not connected or switched off</source>
            <translation>未连接或未开机</translation>
        </message>
        <message>
            <source>out of paper</source>
            <translation>缺纸</translation>
        </message>
        <message>
            <source>paper nearly out</source>
            <translation>纸快用完</translation>
        </message>
        <message>
            <source>printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>receipt printer</source>
            <translation>小票打印机</translation>
        </message>
        <message>
            <source>reports a fault</source>
            <translation>报告故障</translation>
        </message>
        <message>
            <source>scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>serial line</source>
            <translation>串口</translation>
        </message>
        <message>
            <source>stopped in the middle</source>
            <translation>中途停止</translation>
        </message>
        <message>
            <source>switched off or at fault</source>
            <translation>未开机或有故障</translation>
        </message>
        <message>
            <source>the connection broke</source>
            <translation>连接中断</translation>
        </message>
        <message>
            <source>the till stopped while printing</source>
            <translation>打印时收银机停止</translation>
        </message>
        <message>
            <source>this computer has no such print queues</source>
            <translation>这台电脑没有这种打印队列</translation>
        </message>
        <message>
            <source>this user may not open it</source>
            <translation>当前用户无权打开</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>A PIN is {least} to {most} digits and nothing else.</source>
            <translation>PIN 为 {least} 到 {most} 位数字，不能有其他字符。</translation>
        </message>
        <message>
            <source>A backup is being made just now. Wait until it is done.</source>
            <translation>正在备份，请等待完成。</translation>
        </message>
        <message>
            <source>A basket is still open on the screen. Take the money for it, put it on hold or clear it, then close.</source>
            <translation>屏幕上还有未结的商品。请先收款、挂单或清空，再交班。</translation>
        </message>
        <message>
            <source>A cell in row {row} of “{file}” is too long. Is a quotation mark missing there?</source>
            <translation>“{file}”第 {row} 行有单元格太长，是否缺少引号？</translation>
        </message>
        <message>
            <source>A document takes at most {most} lines. Book this one and begin another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A limit cannot be below zero, and a discount not more than 100 %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A margin must lie between 0 % and 100 %.</source>
            <translation>毛利率必须在 0% 到 100% 之间。</translation>
        </message>
        <message>
            <source>A pack must hold more than nothing and at most 100,000 pieces.</source>
            <translation>包装内含数量必须大于 0，且不超过 100,000。</translation>
        </message>
        <message>
            <source>A page has {most} places.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A page of quick keys needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A price cannot be emptied. Type the price that shall hold from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A price cannot begin in the past.</source>
            <translation>价格不能从过去的时间开始生效。</translation>
        </message>
        <message>
            <source>A price must end after it begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A price must lie between 0 and {most}.</source>
            <translation>价格必须在 0 到 {most} 之间。</translation>
        </message>
        <message>
            <source>A product needs a name.</source>
            <translation>商品必须有品名。</translation>
        </message>
        <message>
            <source>A product takes at most {most} barcodes.</source>
            <translation>一个商品最多 {most} 个条码。</translation>
        </message>
        <message>
            <source>A supplier needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A tax rate must lie between 0 % and 100 %.</source>
            <translation>税率必须在 0% 到 100% 之间。</translation>
        </message>
        <message>
            <source>All steps went as scripted, but verify finds: {findings}.</source>
            <translation>所有步骤均符合脚本，但核验发现：{findings}。</translation>
        </message>
        <message>
            <source>Another program holds the printer. The receipt is saved; close that program.</source>
            <translation>打印机正被其他程序占用。小票已保存；请关闭那个程序。</translation>
        </message>
        <message>
            <source>Another program is using the data file ({kind}). Nothing was stored. Wait for it or close it, then try again.</source>
            <translation>另一个程序正在使用数据文件（{kind}）。没有保存任何内容。请等它结束或关闭它，然后重试。</translation>
        </message>
        <message>
            <source>Everything on {number} has already been refunded.</source>
            <translation>{number} 的商品已经全部退过。</translation>
        </message>
        <message>
            <source>Group {group} of the recovery code is not as on the paper: “{typed}”. Please type this group again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} of the recovery key is not as on the paper: “{typed}”. Nothing was changed. Look at this group and type it again.</source>
            <translation>恢复密钥第 {group} 组与纸上不符：“{typed}”。未做任何更改。请核对这一组后重新输入。</translation>
        </message>
        <message>
            <source>In cash {due} is due.</source>
            <translation>现金应收 {due}。</translation>
        </message>
        <message>
            <source>Line {line}: a cost must lie between 0 and {most}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: a quantity must be above zero and at most {most}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: please check the expiry date {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: please type how many there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: this article is no longer in the catalogue. Remove the line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: this lot does not belong to the article.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No article has the barcode {code}.</source>
            <translation>没有条码为 {code} 的商品。</translation>
        </message>
        <message>
            <source>No basket is on hold.</source>
            <translation>没有挂单。</translation>
        </message>
        <message>
            <source>No label printer is set up. Choose one in the settings, or print sheets (PDF).</source>
            <translation>还没有设置标签打印机。请在设置里选择，或打印整页标签（PDF）。</translation>
        </message>
        <message>
            <source>No receipt printer is set up. The receipt is saved; press F10 to print it later.</source>
            <translation>尚未设置小票打印机。小票已保存，以后可按 F10 补打。</translation>
        </message>
        <message>
            <source>No receipt printer was found. Nothing is lost: please write the code down by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No shift is open at this till. Please open one with the float first.</source>
            <translation>本机还没有开班，请先放入备用金开班。</translation>
        </message>
        <message>
            <source>No shift is open. Please open one with the float first.</source>
            <translation>还没有开班，请先录入备用金开班。</translation>
        </message>
        <message>
            <source>Nobody is signed in. Please sign in first.</source>
            <translation>没有人登录，请先登录。</translation>
        </message>
        <message>
            <source>Nothing can go back that way. Give it back the way it was paid, or in cash with the owner's leave.</source>
            <translation>这种方式没有可退的金额。请原路退回，或经店主同意退现金。</translation>
        </message>
        <message>
            <source>Only {left} of {name} can still be refunded.</source>
            <translation>{name} 最多还能退 {left}。</translation>
        </message>
        <message>
            <source>Only {remaining} remains to be paid; this way of paying gives no change.</source>
            <translation>只剩 {remaining} 未付，这种付款方式不找零。</translation>
        </message>
        <message>
            <source>Please choose a reason; for “other” say it in a few words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please clear the marked lines first: an unknown code, a missing price or weight.</source>
            <translation>请先处理标出的行：未知条码、缺价格或缺重量。</translation>
        </message>
        <message>
            <source>Please give a name of at most {most} characters.</source>
            <translation>请填写姓名，最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Please give the shop a name of at most {most} characters.</source>
            <translation>请填写店名，最多 {most} 个字。</translation>
        </message>
        <message>
            <source>Please give the shop a name, and the till a short code of letters and digits such as T1.</source>
            <translation>请填写店名，并给收银机一个由大写字母和数字组成的短编号，如 T1。</translation>
        </message>
        <message>
            <source>Please leave phone and card numbers out of the reason: it is kept for ever.</source>
            <translation>原因里请不要写手机号或卡号：它会永久保存。</translation>
        </message>
        <message>
            <source>Please say in a few words what the cash is for (at most {most} characters).</source>
            <translation>请简单写明现金的用途（最多 {most} 个字）。</translation>
        </message>
        <message>
            <source>Please type a phone number first.</source>
            <translation>请先输入手机号。</translation>
        </message>
        <message>
            <source>Please type a price from 0 to {most}.</source>
            <translation>请输入 0 到 {most} 之间的价格。</translation>
        </message>
        <message>
            <source>Please type an amount above zero and not above {most}.</source>
            <translation>请输入大于零且不超过 {most} 的金额。</translation>
        </message>
        <message>
            <source>Please type an amount of cash between 0 and {most}.</source>
            <translation>请输入 0 到 {most} 之间的现金金额。</translation>
        </message>
        <message>
            <source>Prices per 斤 (500 g) were doubled to prices per kilogram.</source>
            <translation>按斤的价格已乘以 2，换算为每公斤价格。</translation>
        </message>
        <message>
            <source>Row {other} is the same product already. This row is left out.</source>
            <translation>第 {other} 行已是同一商品，本行未导入。</translation>
        </message>
        <message>
            <source>Several products are called “{name}”. Give the row a barcode to say which one is meant.</source>
            <translation>有多个商品叫“{name}”。请为本行填写条码以便区分。</translation>
        </message>
        <message>
            <source>Shelf life must be between 1 and {most} days.</source>
            <translation>保质期必须在 1 到 {most} 天之间。</translation>
        </message>
        <message>
            <source>Shift {number} is still open. Please close it first.</source>
            <translation>第 {number} 班还没有交班，请先交班。</translation>
        </message>
        <message>
            <source>Shuke is already running with this data. Use the window that is open.</source>
            <translation>熟客已经在运行，请使用已打开的窗口。</translation>
        </message>
        <message>
            <source>Somebody else changed this meanwhile. Nothing was saved; open it again and make your change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else changed this member meanwhile. Nothing was stored; please look again.</source>
            <translation>其他人刚刚修改了这位会员的资料。本次修改没有保存，请重新查看。</translation>
        </message>
        <message>
            <source>Step {number}, {step}: {differences}.</source>
            <translation>第 {number} 步（{step}）：{differences}。</translation>
        </message>
        <message>
            <source>Stock is not imported yet: the column is ignored. Count the shelves after the import.</source>
            <translation>暂不导入库存，该列已忽略。请在导入后盘点。</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>已取消。未做任何更改。</translation>
        </message>
        <message>
            <source>That is too many part payments. Remove one first.</source>
            <translation>分次付款太多，请先去掉一笔。</translation>
        </message>
        <message>
            <source>The backup folder {folder} is not there. Older backups are safe. Plug in the stick or connect the share; Shuke tries again by itself.</source>
            <translation>找不到备份文件夹 {folder}。以前的备份不受影响。请插入U盘或连接共享文件夹，熟客会自动重试。</translation>
        </message>
        <message>
            <source>The backup folder {folder} may not be written. Older backups are safe. Check the lock of the stick or the rights of the folder; Shuke tries again by itself.</source>
            <translation>备份文件夹 {folder} 不可写入。以前的备份不受影响。请检查U盘写保护开关或文件夹权限，熟客会自动重试。</translation>
        </message>
        <message>
            <source>The backup is of {theirs}, but the folder holds {ours}. Nothing was changed. Choose an empty folder, or a backup of this shop and till.</source>
            <translation>备份属于 {theirs}，而该文件夹中是 {ours} 的数据。未做任何更改。请选择空文件夹，或本店本收银台的备份。</translation>
        </message>
        <message>
            <source>The backup {file} cannot be read ({reason}). Nothing was changed. Check that it is there, the stick, and the rights of the file.</source>
            <translation>无法读取备份 {file}（{reason}）。未做任何更改。请检查文件是否存在、U盘是否正常以及文件权限。</translation>
        </message>
        <message>
            <source>The backup {file} is damaged or was changed after it was made. Nothing was changed here. Take another backup.</source>
            <translation>备份 {file} 已损坏或在生成后被改动。本机未做任何更改。请改用其他备份。</translation>
        </message>
        <message>
            <source>The backup {file} is not complete: its end is missing. Nothing was changed. Copy it again from where it came, or take another backup.</source>
            <translation>备份 {file} 不完整，缺少末尾部分。未做任何更改。请重新复制该文件，或改用其他备份。</translation>
        </message>
        <message>
            <source>The backup {file} opens, but its journal is not the one of this till. Nothing was changed. Make a new backup, and keep this file for whoever looks into it.</source>
            <translation>备份 {file} 可以打开，但其流水与本收银台不一致。未做任何更改。请重新备份，并保留此文件以备查验。</translation>
        </message>
        <message>
            <source>The backup {file} was written by a newer version of Shuke. Nothing was changed. Please update the program.</source>
            <translation>备份 {file} 由更新版本的熟客生成。未做任何更改。请先升级程序。</translation>
        </message>
        <message>
            <source>The barcode {code} already belongs to “{name}”. Nothing was changed.</source>
            <translation>条码 {code} 已属于“{name}”，未做任何更改。</translation>
        </message>
        <message>
            <source>The barcodes of this row belong to different products: “{name}” and “{other}”.</source>
            <translation>本行的条码分属不同商品：“{name}”和“{other}”。</translation>
        </message>
        <message>
            <source>The catalogue was changed while the file was being read. Nothing was imported; please try again.</source>
            <translation>读取文件期间商品库有改动。未导入任何内容，请重试。</translation>
        </message>
        <message>
            <source>The check digit of the barcode {code} is wrong. It is imported as it is; compare it with the pack.</source>
            <translation>条码 {code} 的校验位不对，已按原样导入，请与包装核对。</translation>
        </message>
        <message>
            <source>The code {code} does not fit a label of {width} x {height} mm. Choose a larger label.</source>
            <translation>条码 {code} 放不进 {width} x {height} 毫米的标签。请选大一些的标签。</translation>
        </message>
        <message>
            <source>The code {code} holds characters that bars cannot show.</source>
            <translation>编码 {code} 含有条码无法表示的字符。</translation>
        </message>
        <message>
            <source>The computer does not let the till use the label printer. Nothing was printed; `main.py devices` says why.</source>
            <translation>电脑不让收银机使用标签打印机。什么都没有打印；运行 `main.py devices` 可以看到原因。</translation>
        </message>
        <message>
            <source>The computer lacks the driver library for USB printers (libusb). The receipt is saved; install it, or choose the printer by another kind of address.</source>
            <translation>电脑缺少 USB 打印机的驱动库（libusb）。小票已保存；请安装它，或换一种打印机地址。</translation>
        </message>
        <message>
            <source>The computer's print queue is stopped. The receipt is saved; start the queue again.</source>
            <translation>电脑的打印队列已停止。小票已保存；请重新启动队列。</translation>
        </message>
        <message>
            <source>The connection to the printer broke. Look at the paper and say whether the receipt came out.</source>
            <translation>与打印机的连接中断。请看一下纸上，小票是否已完整打出。</translation>
        </message>
        <message>
            <source>The data file cannot be opened ({kind}). Nothing was changed. Check that the file and its folder are there and that you may use them.</source>
            <translation>数据文件打不开（{kind}）。没有改动任何内容。请检查文件和所在文件夹是否存在，以及您是否有权使用。</translation>
        </message>
        <message>
            <source>The data file cannot be opened safely: {reason}.</source>
            <translation>数据文件不能安全打开：{reason}。</translation>
        </message>
        <message>
            <source>The data file could not be written ({kind}). Nothing was stored.</source>
            <translation>数据文件写不进去（{kind}），什么也没有保存。</translation>
        </message>
        <message>
            <source>The data file has schema {found}, this program needs {wanted}. Nothing was changed. Run `python main.py migrate` once, or start Shuke.</source>
            <translation>数据文件的结构版本是 {found}，本程序需要 {wanted}。没有改动任何内容。请运行一次 `python main.py migrate`，或启动熟客。</translation>
        </message>
        <message>
            <source>The data file is damaged ({kind}). Nothing was stored. Stop selling, copy the whole data folder to a safe place, then run `python main.py verify`.</source>
            <translation>数据文件已损坏（{kind}）。没有保存任何内容。请停止收银，把整个数据文件夹复制到安全的地方，再运行 `python main.py verify`。</translation>
        </message>
        <message>
            <source>The data file is damaged, so no backup was made of it; older backups are safe. Stop selling, close Shuke and restore the last good backup.</source>
            <translation>数据文件已损坏，因此没有备份；以前的备份不受影响。请停止收银，关闭熟客，恢复最近一次完好的备份。</translation>
        </message>
        <message>
            <source>The data file may only be read, not written ({kind}). Nothing was stored. Check the rights of the file and its folder, then try again.</source>
            <translation>数据文件只能读，不能写（{kind}）。没有保存任何内容。请检查文件和所在文件夹的权限，然后重试。</translation>
        </message>
        <message>
            <source>The data file was damaged and was put aside in {folder}; it is not used any more. Restore the last good backup: `python main.py restore FILE`.</source>
            <translation>数据文件已损坏，已移至 {folder}，不再使用。请恢复最近一次完好的备份：`python main.py restore FILE`。</translation>
        </message>
        <message>
            <source>The data folder {folder} cannot be used: {reason}.</source>
            <translation>数据文件夹 {folder} 不能使用：{reason}。</translation>
        </message>
        <message>
            <source>The data folder {folder} cannot be written ({reason}). Nothing was changed and every backup is safe. Make room on its disk and check its rights, then try again.</source>
            <translation>无法写入数据文件夹 {folder}（{reason}）。未做任何更改，所有备份不受影响。请清理磁盘空间并检查权限，然后重试。</translation>
        </message>
        <message>
            <source>The data inside the backup {file} are damaged. Nothing was changed here. Take an older backup.</source>
            <translation>备份 {file} 内的数据已损坏。本机未做任何更改。请改用更早的备份。</translation>
        </message>
        <message>
            <source>The device did not answer.</source>
            <translation>设备没有应答。</translation>
        </message>
        <message>
            <source>The disk did not confirm ({kind}). Shuke is checking whether it was stored.</source>
            <translation>磁盘没有确认（{kind}），熟客正在核对是否已保存。</translation>
        </message>
        <message>
            <source>The disk is full ({kind}). Nothing was stored; everything before is safe. Make room on it, then try again.</source>
            <translation>磁盘已满（{kind}）。这一笔没有保存，之前的数据都安全。请清理出空间后重试。</translation>
        </message>
        <message>
            <source>The disk of {folder} has no room to check a copy of the data ({needed} MB are needed). Nothing was changed. Make room on it, then try again.</source>
            <translation>{folder} 所在磁盘空间不足，无法核对数据副本（需要 {needed} MB）。未做任何更改。请清理磁盘后重试。</translation>
        </message>
        <message>
            <source>The disk reports an error ({kind}). Nothing was stored. Check the disk and its cable; copy the data folder to another disk before going on.</source>
            <translation>磁盘报告错误（{kind}）。没有保存任何内容。请检查磁盘和连接线；继续之前先把数据文件夹复制到另一块磁盘。</translation>
        </message>
        <message>
            <source>The drawer was not opened. Open it with the key or press F9.</source>
            <translation>钱箱没有打开。请用钥匙打开，或按 F9。</translation>
        </message>
        <message>
            <source>The file is not a data file of Shuke ({kind}). Nothing was changed. Put the right file back, or choose another folder.</source>
            <translation>这个文件不是熟客的数据文件（{kind}）。没有改动任何内容。请放回正确的文件，或另选一个文件夹。</translation>
        </message>
        <message>
            <source>The file {file} belongs to another program. Nothing was changed. Move it away, or choose another folder for Shuke.</source>
            <translation>文件 {file} 属于另一个程序。没有改动任何内容。请把它移走，或为熟客另选一个文件夹。</translation>
        </message>
        <message>
            <source>The file {file} with the recovery key cannot be read, so no backup was made; older backups are safe. Type the key from the paper into it, or move it away so that Shuke makes a new key.</source>
            <translation>恢复密钥文件 {file} 无法读取，因此没有备份；以前的备份不受影响。请把纸上的密钥写入该文件，或移走该文件让熟客生成新密钥。</translation>
        </message>
        <message>
            <source>The file {file} with the recovery key cannot be read. Nothing was changed.</source>
            <translation>无法读取恢复密钥文件 {file}。未做任何更改。</translation>
        </message>
        <message>
            <source>The first price must be above zero.</source>
            <translation>首次定价必须大于零。</translation>
        </message>
        <message>
            <source>The import of “{file}” is still running. Stop it, or wait for its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The import of “{file}” was taken back before. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The label printer does not answer. No label was printed; look at its cable and lamps, then try again.</source>
            <translation>标签打印机没有回应。没有打印任何标签；请检查电线和指示灯后再试。</translation>
        </message>
        <message>
            <source>The label printer has no labels left. Nothing was printed; put in a new roll and try again.</source>
            <translation>标签打印机没有标签纸了。什么都没有打印；请装上新的一卷再试。</translation>
        </message>
        <message>
            <source>The label printer is open. Nothing was printed; close its cover and try again.</source>
            <translation>标签打印机的盖子开着。什么都没有打印；请盖好后再试。</translation>
        </message>
        <message>
            <source>The label printer stopped in the middle. Count the labels that came out and print the others again.</source>
            <translation>标签打印机中途停了。请数一数打出来的标签，把剩下的重新打印。</translation>
        </message>
        <message>
            <source>The notes and coins add up to {notes}, but the count says {counted}.</source>
            <translation>按面额合计是 {notes}，但填写的总数是 {counted}。</translation>
        </message>
        <message>
            <source>The printer does not answer. The receipt is saved; switch the printer off and on.</source>
            <translation>打印机没有应答。小票已保存，请将打印机关机后再开机。</translation>
        </message>
        <message>
            <source>The printer is not connected. The receipt is saved and prints when it is back.</source>
            <translation>打印机未连接。小票已保存，打印机恢复后会自动打印。</translation>
        </message>
        <message>
            <source>The printer is out of paper. The receipt is saved; put in a new roll.</source>
            <translation>打印机缺纸。小票已保存，请换上新纸卷。</translation>
        </message>
        <message>
            <source>The printer reports a fault. The receipt is saved; look at its lamps.</source>
            <translation>打印机报告故障。小票已保存，请查看打印机指示灯。</translation>
        </message>
        <message>
            <source>The printer stopped in the middle. Look at the paper and say whether the receipt came out.</source>
            <translation>打印机中途停住了。请看一下纸上，小票是否已完整打出。</translation>
        </message>
        <message>
            <source>The printer's cover is open. The receipt is saved; close the cover.</source>
            <translation>打印机上盖未关。小票已保存，请合上上盖。</translation>
        </message>
        <message>
            <source>The receipt could not be drawn for this printer. The sale itself is safe.</source>
            <translation>此打印机无法打印这张小票。销售记录已安全保存。</translation>
        </message>
        <message>
            <source>The recovery code has 4 groups of 5 letters and digits. Please type it as it stands on the paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The recovery key has {groups} groups of {length} letters and digits; {typed} characters were typed. Nothing was changed. Type it as it stands on the paper.</source>
            <translation>恢复密钥共 {groups} 组，每组 {length} 位字母或数字；现输入了 {typed} 位。未做任何更改。请按纸上内容完整输入。</translation>
        </message>
        <message>
            <source>The recovery key is not on this machine. Type it from the paper: restore with --key-file or --key.</source>
            <translation>本机没有恢复密钥。请按密钥纸输入：恢复时使用 --key-file 或 --key。</translation>
        </message>
        <message>
            <source>The scale label fixes the amount of this line. Delete it and weigh again.</source>
            <translation>这一行的金额由秤签决定，请删除后重新称重。</translation>
        </message>
        <message>
            <source>The shop has an owner already. Only an owner can add another one.</source>
            <translation>本店已有店主，只有店主才能再添加店主。</translation>
        </message>
        <message>
            <source>The short number {code} already belongs to “{name}”. Nothing was changed.</source>
            <translation>短码 {code} 已属于“{name}”，未做任何更改。</translation>
        </message>
        <message>
            <source>The spreadsheet shortened the barcode to “{value}”. Format the column as text and enter it again.</source>
            <translation>表格软件把条码缩写成了“{value}”。请把该列设为文本格式后重新输入。</translation>
        </message>
        <message>
            <source>The stock to order again at must lie between 0 and {most}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The till may not open the printer: the computer forbids it. The receipt is saved; the manual's page on printing says which group or rule is needed.</source>
            <translation>电脑不允许收银机打开打印机。小票已保存；需要加入哪个用户组或规则，请看手册的打印一页。</translation>
        </message>
        <message>
            <source>The till stopped while printing. Look at the paper and say whether the receipt came out.</source>
            <translation>打印时收银机停止了运行。请看一下纸上，小票是否已完整打出。</translation>
        </message>
        <message>
            <source>The tour waited {seconds} seconds for {what}, and it never came.</source>
            <translation>演示等待“{what}”{seconds} 秒仍未完成。</translation>
        </message>
        <message>
            <source>The words for {key} hold signs that cannot be stored or printed. Please type them again.</source>
            <translation>“{key}”的文字里有无法保存或打印的符号。请重新输入。</translation>
        </message>
        <message>
            <source>The workbook “{file}” cannot be read: it is damaged or protected by a password. Save it again.</source>
            <translation>无法读取工作簿“{file}”：文件已损坏或有密码保护。请重新保存后再试。</translation>
        </message>
        <message>
            <source>There can be at most {most} pages of quick keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a company called “{name}” already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a shop in this data file already. Nothing was changed.</source>
            <translation>此数据文件中已有店铺，未作任何更改。</translation>
        </message>
        <message>
            <source>There is no backup of this till in {folder} yet. Make one first.</source>
            <translation>{folder} 中还没有本收银台的备份。请先做一次备份。</translation>
        </message>
        <message>
            <source>There is no file “{file}”.</source>
            <translation>找不到文件“{file}”。</translation>
        </message>
        <message>
            <source>There is no free barcode left for goods of your own: the scale has all first digits from 20 to 29. Take one away from it in the settings.</source>
            <translation>店内商品没有可用的条码了：20 到 29 的开头都给了电子秤。请在设置里从电子秤收回一个。</translation>
        </message>
        <message>
            <source>There is no receipt to print yet.</source>
            <translation>还没有可以打印的小票。</translation>
        </message>
        <message>
            <source>There is no receipt {number} on this till.</source>
            <translation>本机没有小票 {number}。</translation>
        </message>
        <message>
            <source>There is no recovery code for {name}. An owner can set a new PIN: Back office, People.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room for a backup in {folder}. Older backups are safe. Make room there or choose another folder; Shuke tries again by itself.</source>
            <translation>{folder} 空间不足，无法备份。以前的备份不受影响。请清理空间或另选文件夹，熟客会自动重试。</translation>
        </message>
        <message>
            <source>There is no screen to open the till on. `python main.py tour --out DIR` plays a day without one.</source>
            <translation>没有可用的显示器。`python main.py tour --out DIR` 可以在没有显示器时演示一天。</translation>
        </message>
        <message>
            <source>There is no setting called “{key}”.</source>
            <translation>没有叫“{key}”的设置。</translation>
        </message>
        <message>
            <source>There is no shop in this data file yet. Start Shuke once to set it up.</source>
            <translation>此数据文件中还没有店铺，请先启动熟客完成设置。</translation>
        </message>
        <message>
            <source>There is no shop in {folder} yet. Start Shuke once, or import goods there.</source>
            <translation>{folder} 里还没有店铺。请先启动一次熟客，或导入商品。</translation>
        </message>
        <message>
            <source>There is no such import. Look at the list of imports for the ones there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is not enough on the account for this.</source>
            <translation>账户余额不足。</translation>
        </message>
        <message>
            <source>There is nothing in the basket to put on hold.</source>
            <translation>购物篮是空的，不用挂单。</translation>
        </message>
        <message>
            <source>There is nothing on this document yet. Scan an article first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is only {present} in the drawer, so {wanted} cannot be taken out.</source>
            <translation>钱箱里只有 {present}，不能取出 {wanted}。</translation>
        </message>
        <message>
            <source>There is somebody called {name} here already. Please add a letter or a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These payments do not fit together. Please go back and take the money again.</source>
            <translation>这些付款对不上，请返回重新收款。</translation>
        </message>
        <message>
            <source>This PIN is guessed at once (like 123456 or 888888). Please choose another one.</source>
            <translation>这个 PIN 太容易被猜中（如 123456 或 888888），请换一个。</translation>
        </message>
        <message>
            <source>This PIN is not right. After {left} more wrong ones there is a pause.</source>
            <translation>PIN 不对。再错 {left} 次将暂停输入。</translation>
        </message>
        <message>
            <source>This article already has the price {price}. Scan it again.</source>
            <translation>该商品已有售价 {price}，请重新扫码。</translation>
        </message>
        <message>
            <source>This article is no longer in the catalogue. Nothing was changed.</source>
            <translation>该商品已不在商品库中，未做任何更改。</translation>
        </message>
        <message>
            <source>This backup needs the recovery key {key_id} from the paper. Nothing was changed. Give it with --key-file.</source>
            <translation>打开此备份需要纸上编号为 {key_id} 的恢复密钥。未做任何更改。请用 --key-file 提供密钥。</translation>
        </message>
        <message>
            <source>This basket already has {count} lines. Please pay and start another.</source>
            <translation>这一单已有 {count} 行，请先收款再开新单。</translation>
        </message>
        <message>
            <source>This basket was already sold as {number} for {total}. Remove what was paid, then take the rest.</source>
            <translation>这一单已作为 {number} 收款 {total}。请删除已付的商品，再收其余的。</translation>
        </message>
        <message>
            <source>This card already belongs to a member. Please take another one.</source>
            <translation>这张卡已属于一位会员，请换一张。</translation>
        </message>
        <message>
            <source>This card was reported lost or replaced. Please find the member by phone, and keep the card.</source>
            <translation>这张卡已挂失或已换卡。请按手机号查找会员，并收回此卡。</translation>
        </message>
        <message>
            <source>This column is not used.</source>
            <translation>未使用该列。</translation>
        </message>
        <message>
            <source>This computer does not have that kind of print queue. The receipt is saved; choose another printer in the settings.</source>
            <translation>这台电脑没有这种打印队列。小票已保存；请在设置里换一台打印机。</translation>
        </message>
        <message>
            <source>This data file was written by a newer version of Shuke. Please update the program.</source>
            <translation>这个数据文件由更新版的熟客写成，请升级程序。</translation>
        </message>
        <message>
            <source>This did not work.</source>
            <translation>没有成功。</translation>
        </message>
        <message>
            <source>This document is not in the book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This document takes another one back and stays. Book a new one instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This document was already booked at {at} with other lines. Begin a new one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This document was taken back already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This draft is no longer there: it was booked or dropped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the newest recovery code of this person. After {left} more wrong ones there is a pause.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the barcode of a pack of “{name}”. Packs are edited in the catalogue.</source>
            <translation>这是“{name}”的整包条码，整包请在商品库中编辑。</translation>
        </message>
        <message>
            <source>This line is no article any more. Choose another line.</source>
            <translation>这一行已不是商品，请选另一行。</translation>
        </message>
        <message>
            <source>This member is not known on this till. Please look again.</source>
            <translation>本收银台找不到这位会员，请重新查找。</translation>
        </message>
        <message>
            <source>This name has {count} characters; {most} are allowed. Please shorten it.</source>
            <translation>姓名有 {count} 个字，最多 {most} 个字。请缩短。</translation>
        </message>
        <message>
            <source>This needs the owner's permission.</source>
            <translation>需要店主授权。</translation>
        </message>
        <message>
            <source>This page of quick keys is no longer there. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This paper is no longer kept. Print it again from the sale.</source>
            <translation>这张单据已不再保留。请从销售记录中补打。</translation>
        </message>
        <message>
            <source>This person does not work here any more.</source>
            <translation>此人已不在本店工作。</translation>
        </message>
        <message>
            <source>This price has already begun. Set a new one instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This print job is already settled.</source>
            <translation>此打印任务已处理。</translation>
        </message>
        <message>
            <source>This product is no longer in the catalogue. Nothing was changed.</source>
            <translation>该商品已不在商品库中，未做任何更改。</translation>
        </message>
        <message>
            <source>This recovery key does not open the backup {file}: it was made with the key {needed}, this is {given}. Nothing was changed. Look for the paper with that number.</source>
            <translation>此恢复密钥打不开备份 {file}：备份所用密钥编号为 {needed}，输入的是 {given}。未做任何更改。请找出印有该编号的密钥纸。</translation>
        </message>
        <message>
            <source>This supplier is no longer on the list. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This supplier is no longer on the list. Please choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many wrong PINs. Please try again in {seconds} seconds.</source>
            <translation>PIN 错误次数过多，请 {seconds} 秒后再试。</translation>
        </message>
        <message>
            <source>What this column holds was guessed. Compare it with the table of columns before you import.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which backup? Name its file: `python main.py backup --list` says which there are.</source>
            <translation>要恢复哪个备份？请指定文件：`python main.py backup --list` 可列出现有备份。</translation>
        </message>
        <message>
            <source>Writing to {folder} failed ({reason}). Older backups are safe. Check stick, cable and network; Shuke tries again by itself.</source>
            <translation>写入 {folder} 失败（{reason}）。以前的备份不受影响。请检查U盘、线缆和网络，熟客会自动重试。</translation>
        </message>
        <message>
            <source>Your own role can only be changed by another owner. Nothing was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{address} is not a printer. Write tcp:HOST:PORT, usb:VVVV:PPPP, serial:PORT:BAUD, cups:NAME, windows:NAME, device:PATH or file:PATH.</source>
            <translation>{address} 不是打印机地址。请写 tcp:主机:端口、usb:VVVV:PPPP、serial:串口:波特率、cups:名称、windows:名称、device:路径 或 file:路径。</translation>
        </message>
        <message>
            <source>{code} stands in row {other} already. This row is left out.</source>
            <translation>{code} 已出现在第 {other} 行，本行未导入。</translation>
        </message>
        <message>
            <source>{count} baskets are on hold already. Recall and finish one first.</source>
            <translation>已有 {count} 单挂着，请先取出一单结清。</translation>
        </message>
        <message>
            <source>{count} documents are open already. Book or drop one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} goods carry the tax “{name}”. Nothing was changed: give them another tax first, or keep these taxes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not a backup of Shuke. Nothing was changed. Choose another file.</source>
            <translation>{file} 不是熟客的备份文件。未做任何更改。请选择其他文件。</translation>
        </message>
        <message>
            <source>{folder} holds files that no tour made, so nothing was written there. Name an empty folder.</source>
            <translation>{folder} 中有非演示生成的文件，未写入任何内容。请指定空文件夹。</translation>
        </message>
        <message>
            <source>{key} cannot change any more: there are sales in this currency.</source>
            <translation>{key} 不能再改：已有以此货币记的销售。</translation>
        </message>
        <message>
            <source>{name} does not work here any more. Nothing was stored; the basket is kept. Please sign out.</source>
            <translation>{name} 已不在本店工作。未作任何保存，购物单仍保留，请退出登录。</translation>
        </message>
        <message>
            <source>{name} is the only owner. Make somebody else an owner first.</source>
            <translation>{name} 是唯一的店主，请先设另一位店主。</translation>
        </message>
        <message>
            <source>{number} is a refund. Only a sale can be refunded.</source>
            <translation>{number} 是退货单，只有销售单可以退货。</translation>
        </message>
        <message>
            <source>{phone} already belongs to {member}. Choose that member, or confirm that this is another person.</source>
            <translation>手机号 {phone} 已属于会员 {member}。请选择该会员，或确认这是另一个人。</translation>
        </message>
        <message>
            <source>{quantity} is not a quantity that can be sold here.</source>
            <translation>{quantity} 不是可以销售的数量。</translation>
        </message>
        <message>
            <source>{remaining} is less than the smallest coin. Please take it the same way as the rest.</source>
            <translation>{remaining} 不到最小面额，请用同样的方式收取。</translation>
        </message>
        <message>
            <source>{remaining} remains to be paid.</source>
            <translation>还差 {remaining} 未付。</translation>
        </message>
        <message>
            <source>{typed} is not a phone number. Please check the digits; nobody was enrolled or changed.</source>
            <translation>{typed} 不是有效的电话号码。请核对数字；没有新增或修改任何会员。</translation>
        </message>
        <message>
            <source>{typed} is too long for a phone number. Please check the digits.</source>
            <translation>{typed} 位数太多，不是电话号码。请核对数字。</translation>
        </message>
        <message>
            <source>{typed} is too short for a phone number. Please type all its digits.</source>
            <translation>{typed} 位数不够，不是完整的电话号码。请输入全部数字。</translation>
        </message>
        <message>
            <source>{words} is no window size. Write it as 1366x768.</source>
            <translation>{words} 不是窗口大小，请写成 1366x768。</translation>
        </message>
        <message>
            <source>“{code}” cannot be a code: letters, digits and signs, at most {most} of them.</source>
            <translation>“{code}”不能作为编码：只能是字母、数字和符号，最多 {most} 位。</translation>
        </message>
        <message>
            <source>“{file}” cannot be opened. Close it in other programs, check that you may read it, and try again.</source>
            <translation>无法打开“{file}”。请在其他程序中关闭它，确认有读取权限后重试。</translation>
        </message>
        <message>
            <source>“{file}” cannot be written. Close it in other programs, or choose another place, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” does not say which column is what. It is written as {example}, with headers of the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” has no column for the name of suppliers. It needs one called 供应商 or Supplier.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” has no column for the phone or the card number of members. It needs one called 手机号 or Phone, or 会员号 or Card number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” has no row with column names that Shuke knows. It needs at least one called 品名 or Name.</source>
            <translation>“{file}”中没有熟客能识别的表头，至少需要一列名为“品名”或“Name”。</translation>
        </message>
        <message>
            <source>“{file}” is empty.</source>
            <translation>“{file}”是空的。</translation>
        </message>
        <message>
            <source>“{file}” is not a table. Save it as CSV or as a workbook (xlsx) and try again.</source>
            <translation>“{file}”不是表格。请另存为 CSV 或工作簿（xlsx）后重试。</translation>
        </message>
        <message>
            <source>“{file}” is too big: at most {rows} rows and {columns} columns. Split it and import the parts.</source>
            <translation>“{file}”太大：最多 {rows} 行、{columns} 列。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>“{file}” must end in .csv, .xlsx or .pdf.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{start}…” is too long: at most {most} characters.</source>
            <translation>“{start}…”太长，最多 {most} 个字符。</translation>
        </message>
        <message>
            <source>“{text}” is no date from which days can be counted; write 2026-01-05.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is neither yes (是) nor no (否).</source>
            <translation>“{value}”既不是“是”也不是“否”。</translation>
        </message>
        <message>
            <source>“{value}” is not a number of days.</source>
            <translation>“{value}”不是有效的天数。</translation>
        </message>
        <message>
            <source>“{value}” is not a price.</source>
            <translation>“{value}”不是有效的价格。</translation>
        </message>
        <message>
            <source>“{value}” is not a tax rate. Write 13% or 13.</source>
            <translation>“{value}”不是有效的税率，请写成 13% 或 13。</translation>
        </message>
        <message>
            <source>“{value}” is not a value for {key}. {expected}</source>
            <translation>“{value}”不能用于 {key}。可用：{expected}</translation>
        </message>
    </context>
    <context>
        <name>fields</name>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address, second line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Barcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birthday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>City</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Contact (into the note)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discount (into the note)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail (into the note)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handle (joins variants)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own number (SKU)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Second variant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shelf life</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short number (PLU)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sold by weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stock (not imported)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored value</source>
            <translation>储值</translation>
        </message>
        <message>
            <source>Stored value, bonus part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tax number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tax rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Third variant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tier (into the note)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type (where no category)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variant</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>findings</name>
        <message>
            <source>Goods in and out, {what}: the document says {kept}, its rows come to {rows}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Journal entry: {kept} in the journal, {rows} for the other tills; both should be 1.</source>
            <translation>日志条目：日志中 {kept} 条，待同步 {rows} 条；都应为 1。</translation>
        </message>
        <message>
            <source>More {what} came back than was sold: {rows} of {kept}.</source>
            <translation>退回多于售出（{what}）：售出 {kept}，退回 {rows}。</translation>
        </message>
        <message>
            <source>No journal entry knows this row: it was added later.</source>
            <translation>日志中没有此行：它是事后添加的。</translation>
        </message>
        <message>
            <source>Points lot, {what}: kept as {kept}, the ledger says {rows}.</source>
            <translation>积分批次（{what}）：记为 {kept}，流水为 {rows}。</translation>
        </message>
        <message>
            <source>Receipt numbers {first} to {last} are missing.</source>
            <translation>缺少小票号 {first} 至 {last}。</translation>
        </message>
        <message>
            <source>Shifts {first} to {last} are missing.</source>
            <translation>缺少班次 {first} 至 {last}。</translation>
        </message>
        <message>
            <source>Stock moved by {rows} thousandths, the lines say {kept}.</source>
            <translation>库存变动千分之 {rows}，各行应为 {kept}。</translation>
        </message>
        <message>
            <source>Tax {what}: stated {kept}, the lines come to {rows}.</source>
            <translation>税类 {what}：单上为 {kept}，各行合计 {rows}。</translation>
        </message>
        <message>
            <source>The Z report says {kept} for {what}, the rows say {rows}.</source>
            <translation>Z 报表的 {what} 为 {kept}，明细为 {rows}。</translation>
        </message>
        <message>
            <source>The Z report's hash is not that of journal entry {seq}.</source>
            <translation>Z 报表的校验值与日志第 {seq} 条不符。</translation>
        </message>
        <message>
            <source>The account belongs to a {what} that is not there: {kept}.</source>
            <translation>账户的所有者（{what}）不存在：{kept}。</translation>
        </message>
        <message>
            <source>The basket put aside cannot be read: {said}.</source>
            <translation>暂存的购物单无法读取：{said}。</translation>
        </message>
        <message>
            <source>The basket put aside was sold already, as {rows}.</source>
            <translation>这张挂单已经结账，单号 {rows}。</translation>
        </message>
        <message>
            <source>The column {column} holds something of the wrong kind.</source>
            <translation>列 {column} 里的内容类型不对。</translation>
        </message>
        <message>
            <source>The data file is damaged: {said}.</source>
            <translation>数据文件已损坏：{said}。</translation>
        </message>
        <message>
            <source>The drawer moved by {rows}, the cash tenders say {kept}.</source>
            <translation>钱箱变动 {rows}，现金付款为 {kept}。</translation>
        </message>
        <message>
            <source>The file has schema {found}, this program has {wanted}.</source>
            <translation>文件的结构版本是 {found}，程序的是 {wanted}。</translation>
        </message>
        <message>
            <source>The goods document being typed is no use: {said}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The guard {name} against changed rows is missing or altered.</source>
            <translation>防篡改保护 {name} 缺失或被改动。</translation>
        </message>
        <message>
            <source>The journal ends at entry {found}, but the till had written up to {wanted}.</source>
            <translation>日志止于第 {found} 条，而收银机已写到第 {wanted} 条。</translation>
        </message>
        <message>
            <source>The journal lacks entries before number {seq}.</source>
            <translation>日志在第 {seq} 条之前有缺失。</translation>
        </message>
        <message>
            <source>The journal's chain breaks at entry {seq}: {said}.</source>
            <translation>日志链在第 {seq} 条断开：{said}。</translation>
        </message>
        <message>
            <source>The line's discount is {kept}, what the rules took off comes to {rows}.</source>
            <translation>此行折扣为 {kept}，各项优惠合计 {rows}。</translation>
        </message>
        <message>
            <source>The line's net is {kept} and should be {rows}.</source>
            <translation>此行净额为 {kept}，应为 {rows}。</translation>
        </message>
        <message>
            <source>The paper says another hash for entry {seq} than the journal: it was written anew.</source>
            <translation>纸上第 {seq} 条的校验值与日志不符：日志被重写过。</translation>
        </message>
        <message>
            <source>The points of this lot belong to another account.</source>
            <translation>这批积分属于另一个账户。</translation>
        </message>
        <message>
            <source>The receipt is called {kept} and should be {rows}.</source>
            <translation>小票号记为 {kept}，应为 {rows}。</translation>
        </message>
        <message>
            <source>The row belongs to no shift that was open at that time.</source>
            <translation>这一行不属于当时任何未交班的班次。</translation>
        </message>
        <message>
            <source>The row names a row of {parent} that is not there.</source>
            <translation>此行指向 {parent} 中不存在的行。</translation>
        </message>
        <message>
            <source>The row stands in journal entry {seq} and was removed.</source>
            <translation>此行记在日志第 {seq} 条中，但已被删除。</translation>
        </message>
        <message>
            <source>The row was changed after it was written: {columns}.</source>
            <translation>此行写入后被改动：{columns}。</translation>
        </message>
        <message>
            <source>The running balance says {kept} and should be {rows} after this row.</source>
            <translation>此行之后的余额记为 {kept}，应为 {rows}。</translation>
        </message>
        <message>
            <source>The sale names account {kept}, which is not that of its member, household or company.</source>
            <translation>这笔销售所记的账户 {kept} 不属于它的会员、家庭或单位。</translation>
        </message>
        <message>
            <source>The sale says {kept} points, the ledger {rows}.</source>
            <translation>销售单记 {kept} 积分，账本为 {rows}。</translation>
        </message>
        <message>
            <source>The sale's {what} is {kept}, its rows come to {rows}.</source>
            <translation>销售单的 {what} 为 {kept}，明细合计 {rows}。</translation>
        </message>
        <message>
            <source>The tenders come to {rows}, the total is {kept}.</source>
            <translation>付款合计 {rows}，应付为 {kept}。</translation>
        </message>
        <message>
            <source>The trigger {name} is not one of Shuke's.</source>
            <translation>触发器 {name} 不是熟客的。</translation>
        </message>
        <message>
            <source>The visit of {day} is kept as {kept} sales, net {kept_net}; the sales say {rows}, net {rows_net}.</source>
            <translation>{day} 的到店记为 {kept} 单、净额 {kept_net}；按销售应为 {rows} 单、净额 {rows_net}。</translation>
        </message>
        <message>
            <source>This part could not be read: {said}.</source>
            <translation>这一部分无法读取：{said}。</translation>
        </message>
        <message>
            <source>This payment cannot be: {what} ({kept}, on a sale or refund of {rows}).</source>
            <translation>这笔付款不可能存在：{what}（金额 {kept}，所属单据合计 {rows}）。</translation>
        </message>
        <message>
            <source>{open} shifts are open at one till.</source>
            <translation>同一台收银机有 {open} 个未交的班次。</translation>
        </message>
        <message>
            <source>{what}: the rows add up to {rows}, the balance says {kept}.</source>
            <translation>{what}：明细合计 {rows}，余额记为 {kept}。</translation>
        </message>
    </context>
    <context>
        <name>keys</name>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>全部按键</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bank card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Coupons, points</source>
            <translation>券/积分</translation>
        </message>
        <message>
            <source>Delete line</source>
            <translation>删除商品</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>钱箱</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>回车</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>挂单</translation>
        </message>
        <message>
            <source>House account</source>
            <translation>赊账</translation>
        </message>
        <message>
            <source>Line above</source>
            <translation>上一行</translation>
        </message>
        <message>
            <source>Line below</source>
            <translation>下一行</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One less</source>
            <translation>减一件</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>加一件</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quick keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall</source>
            <translation>取单</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Reprint</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>缺货登记</translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Stored value</source>
            <translation>储值</translation>
        </message>
        <message>
            <source>Take back what was just done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>What to say</source>
            <translation>对顾客说</translation>
        </message>
    </context>
    <context>
        <name>kit</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close   Esc</source>
            <translation>关闭　Esc</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in this list has what you searched or filtered for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save   Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what is stored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{chosen} of {count} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} rows</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>office</name>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also sold as “{name}” now. Give it a price and a barcode.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any ending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As 550ml, 250ml×16 or 5kg: unit prices come from it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At so much on hand it is shown as low; empty for never.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Average cost; receiving goods keeps it up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below zero</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Booked wrongly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brands and sizes that replace each other, as rice or drinking water.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct a figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deliveries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deliveries with a date, or of goods with a shelf life, are watched here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earns points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ending in .10, .20 …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ending in .90</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ending in .99</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every delivery, sale, count and write-off will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expiring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expiring in 14 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expiring soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given to taste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goods</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goods list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goods stand here as soon as they are in the catalogue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keeps for (days)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the stock-take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name or code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, pinyin, code, brand or supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New delivery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New product</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New stock-take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No barcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No delivery yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No goods yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No price</source>
            <translation>无价</translation>
        </message>
        <message>
            <source>No stock-take yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No suppliers yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing expires soon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is known under {code}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing moved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was written off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order again at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Out of stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Private: never named in messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quick keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refund</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sales</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan something, make a product by hand, or bring the old till's file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan the first article of a delivery, or press New delivery.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan what is broken or expired, or press Write off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selling goes on while you count: what is sold meanwhile is no difference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shelf</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shelf or zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short number (PLU)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size or content</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sold as (bottle, bag)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sold by weight, price per kg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stock-take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stolen or lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suppliers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tax</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tax number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The barcode {name} names nothing any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The barcode {name} was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The page “{name}” was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The planned price will not begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The price {name} holds from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The price {name} is planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The shop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those who bring your goods; a delivery names one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Typed at the till, or printed by the scale.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Used in the shop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where it belongs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>White</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write-offs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yellow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your code for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not booked yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>takes back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} goods are as they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} goods were changed, {failed} could not be: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} goods were changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} taken out of the catalogue, the first is “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is in the catalogue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is no quick key any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is saved.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>Price changed</source>
            <translation>改价</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>A cash drawer hangs on the printer</source>
            <translation>打印机上接有钱箱</translation>
        </message>
        <message>
            <source>Banknotes offered when paying</source>
            <translation>收款时的快捷面额</translation>
        </message>
        <message>
            <source>Cash rounding: nearest, down or up</source>
            <translation>现金抹零方式：四舍五入、舍去或进位</translation>
        </message>
        <message>
            <source>Colours of the screens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country of phone numbers</source>
            <translation>手机号所属国家或地区</translation>
        </message>
        <message>
            <source>Currency (ISO code)</source>
            <translation>货币（ISO 代码）</translation>
        </message>
        <message>
            <source>Days until points expire (0: never)</source>
            <translation>积分有效天数（0 为永久）</translation>
        </message>
        <message>
            <source>Decimals of the currency</source>
            <translation>货币小数位数</translation>
        </message>
        <message>
            <source>Digits of the article number on scale labels</source>
            <translation>秤签里货号的位数</translation>
        </message>
        <message>
            <source>Dots per inch of the label printer</source>
            <translation>标签打印机每英寸点数</translation>
        </message>
        <message>
            <source>First two digits of scale labels</source>
            <translation>秤签的前两位</translation>
        </message>
        <message>
            <source>Folder for backups: a stick, a share; empty: beside the data, on the same disk</source>
            <translation>备份文件夹：U盘或共享文件夹；留空则与数据放在同一磁盘</translation>
        </message>
        <message>
            <source>Gap between two labels on the roll in mm (0: paper without gaps)</source>
            <translation>标签纸两张之间的间隙（毫米，0 为连续纸）</translation>
        </message>
        <message>
            <source>Hour at which the business day ends</source>
            <translation>营业日在几点结束</translation>
        </message>
        <message>
            <source>Hours between backups; one is also made at the close of a shift</source>
            <translation>备份间隔（小时）；交班时也会自动备份</translation>
        </message>
        <message>
            <source>How the printer gets Chinese</source>
            <translation>打印机的中文方式</translation>
        </message>
        <message>
            <source>Label printer (TSPL): an address as of the receipt printer, or empty</source>
            <translation>标签打印机（TSPL）：地址写法同小票打印机，可留空</translation>
        </message>
        <message>
            <source>Language of receipts</source>
            <translation>小票语言</translation>
        </message>
        <message>
            <source>Language of the till</source>
            <translation>收银界面语言</translation>
        </message>
        <message>
            <source>Largest banknote; more change asks again</source>
            <translation>最大面额；找零超过它时再问一次</translation>
        </message>
        <message>
            <source>Length of the first pause, in seconds</source>
            <translation>第一次暂停的秒数</translation>
        </message>
        <message>
            <source>Newest backups to keep, beside daily, weekly and monthly ones</source>
            <translation>保留最新备份的份数（另按日、周、月各保留）</translation>
        </message>
        <message>
            <source>Paper width in columns (58 mm: 32, 80 mm: 48)</source>
            <translation>纸宽（列数，58 毫米为 32，80 毫米为 48）</translation>
        </message>
        <message>
            <source>Points earned for each step of what was paid</source>
            <translation>每满一档得多少积分</translation>
        </message>
        <message>
            <source>Receipt printer: empty, tcp:HOST:PORT, usb:, serial:, cups:, windows:, device: or file:FOLDER</source>
            <translation>小票打印机：留空，或 tcp:主机:端口、usb:、serial:、cups:、windows:、device:、file:文件夹</translation>
        </message>
        <message>
            <source>Refund a cashier may give alone</source>
            <translation>收银员可独自退货的金额</translation>
        </message>
        <message>
            <source>Round cash totals to (smallest units)</source>
            <translation>现金抹零到（最小货币单位的倍数）</translation>
        </message>
        <message>
            <source>Scale labels hold a weight or an amount</source>
            <translation>秤签里是重量还是金额</translation>
        </message>
        <message>
            <source>Scale labels must have a right check digit</source>
            <translation>秤签校验位必须正确</translation>
        </message>
        <message>
            <source>Size of one label in mm: width x height</source>
            <translation>单张标签尺寸（毫米）：宽x高</translation>
        </message>
        <message>
            <source>Size of words on the screens, in percent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step of what was paid that earns points</source>
            <translation>得积分的一档是多少实付金额</translation>
        </message>
        <message>
            <source>Steps of the set-up that the owner called settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The label printer answers questions about its state</source>
            <translation>标签打印机能回答自身状态</translation>
        </message>
        <message>
            <source>The printer answers questions about its state</source>
            <translation>打印机会应答状态查询</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Warn when the last good backup is older than (hours)</source>
            <translation>最近一次完好备份超过多少小时后提醒</translation>
        </message>
        <message>
            <source>Words at the foot of the receipt</source>
            <translation>小票底部文字</translation>
        </message>
        <message>
            <source>Wrong PINs before a pause</source>
            <translation>输错几次 PIN 后暂停</translation>
        </message>
    </context>
    <context>
        <name>tour</name>
        <message>
            <source>20.00 in cash, the rest by WeChat with its number</source>
            <translation>20.00 元现金，其余微信并记下单号</translation>
        </message>
        <message>
            <source>A new member: the consent is read out, Enter agrees</source>
            <translation>新会员：读出须知，按回车同意</translation>
        </message>
        <message>
            <source>A note of 100: the change is shown before Enter</source>
            <translation>收 100 元：按回车前已显示找零</translation>
        </message>
        <message>
            <source>A refund by the receipt's code</source>
            <translation>按小票条码退货</translation>
        </message>
        <message>
            <source>A scan in the search only tells the price</source>
            <translation>在搜索中扫码只查价</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>全部按键一览</translation>
        </message>
        <message>
            <source>An article without a price asks for its first one</source>
            <translation>无价商品询问首次售价</translation>
        </message>
        <message>
            <source>An unknown code: red, and scanning goes on</source>
            <translation>未知条码：红色提示，可继续扫码</translation>
        </message>
        <message>
            <source>Another price for one line</source>
            <translation>单行改价</translation>
        </message>
        <message>
            <source>Bananas by their number: the weight is asked for</source>
            <translation>按货号卖香蕉：询问重量</translation>
        </message>
        <message>
            <source>Cash out, with its reason</source>
            <translation>取出现金及原因</translation>
        </message>
        <message>
            <source>Drawer and shift</source>
            <translation>钱箱与班次</translation>
        </message>
        <message>
            <source>Locked: the basket waits</source>
            <translation>已锁屏：当前这单保留</translation>
        </message>
        <message>
            <source>More change than the largest note: Enter again, or not</source>
            <translation>找零超过最大面额：需再次确认</translation>
        </message>
        <message>
            <source>Nothing scanned yet: what to do next</source>
            <translation>尚未扫码：提示下一步</translation>
        </message>
        <message>
            <source>On hold: the next customer is served</source>
            <translation>已挂单：先接待下一位顾客</translation>
        </message>
        <message>
            <source>One yuan short: noted, not blocked</source>
            <translation>短款一元：记录但不阻止</translation>
        </message>
        <message>
            <source>Only one line comes back</source>
            <translation>只退一行</translation>
        </message>
        <message>
            <source>Opened by the owner's leave, and noted</source>
            <translation>经店主授权开箱并记录</translation>
        </message>
        <message>
            <source>Paid exactly</source>
            <translation>正好收款，无需找零</translation>
        </message>
        <message>
            <source>Paying waits until the red row is cleared</source>
            <translation>处理红行前不能收款</translation>
        </message>
        <message>
            <source>Paying: digits are the amount, Enter alone is exact cash</source>
            <translation>收款：数字即金额，直接按回车为正好收现</translation>
        </message>
        <message>
            <source>Printed again, marked as a copy</source>
            <translation>补打小票，注明重印</translation>
        </message>
        <message>
            <source>Search by pinyin initials</source>
            <translation>按拼音首字母搜索</translation>
        </message>
        <message>
            <source>Signing in: choose a name, type the PIN</source>
            <translation>登录：选择姓名，输入密码</translation>
        </message>
        <message>
            <source>Six of what comes next</source>
            <translation>下一件数量为六</translation>
        </message>
        <message>
            <source>Ten items, the member scanned in between</source>
            <translation>十件商品，中途扫会员码</translation>
        </message>
        <message>
            <source>The change in type that the customer reads too</source>
            <translation>顾客也看得清的找零大字</translation>
        </message>
        <message>
            <source>The changed price with its reason</source>
            <translation>改后的价格与原因</translation>
        </message>
        <message>
            <source>The count, before the shift is closed</source>
            <translation>交班前的清点</translation>
        </message>
        <message>
            <source>The figures so far; the shift stays open</source>
            <translation>当班数据，班次不结束</translation>
        </message>
        <message>
            <source>The float before the first sale</source>
            <translation>首笔交易前的备用金</translation>
        </message>
        <message>
            <source>The member by four digits; numbers are masked</source>
            <translation>按手机尾号四位找会员，号码已遮盖</translation>
        </message>
        <message>
            <source>The owner's PIN, for this one action</source>
            <translation>店主密码，仅授权本次操作</translation>
        </message>
        <message>
            <source>Weighed goods: by label and by hand</source>
            <translation>称重商品：秤签与手输重量</translation>
        </message>
        <message>
            <source>What to give back</source>
            <translation>应退金额</translation>
        </message>
    </context>
</TS>
