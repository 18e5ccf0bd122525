<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>BackupPage</name>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Beside the data</source>
            <translation>放在数据旁边</translation>
        </message>
        <message>
            <source>Choose folder or stick ...</source>
            <translation>选择文件夹或 U 盘…</translation>
        </message>
        <message>
            <source>Print the key</source>
            <translation>打印密钥</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>恢复密钥</translation>
        </message>
        <message>
            <source>Restores the newest backup beside the shop, looks through it and throws it away.</source>
            <translation>在旁边恢复最新的备份，检查一遍后丢弃，不影响店里的数据。</translation>
        </message>
        <message>
            <source>Show the key</source>
            <translation>显示密钥</translation>
        </message>
        <message>
            <source>Try a restore</source>
            <translation>演练恢复</translation>
        </message>
        <message>
            <source>When the worst has happened</source>
            <translation>万一出了大事</translation>
        </message>
        <message>
            <source>Where backups go</source>
            <translation>备份存放位置</translation>
        </message>
        <message>
            <source>Where shall backups go?</source>
            <translation>备份存到哪里？</translation>
        </message>
        <message>
            <source>Would it come back?</source>
            <translation>能恢复吗？</translation>
        </message>
    </context>
    <context>
        <name>CodePage</name>
        <message>
            <source>Back to the answers   Esc</source>
            <translation>返回填写   Esc</translation>
        </message>
    </context>
    <context>
        <name>CountPage</name>
        <message>
            <source>All goods</source>
            <translation>全部商品</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>New stock-take</source>
            <translation>新建盘点</translation>
        </message>
        <message>
            <source>What I scan</source>
            <translation>只盘扫到的商品</translation>
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
            <translation>继续   Enter</translation>
        </message>
        <message>
            <source>Something in the till went wrong</source>
            <translation>收银程序出错了</translation>
        </message>
    </context>
    <context>
        <name>DamagedDialog</name>
        <message>
            <source>Close the till</source>
            <translation>关闭收银程序</translation>
        </message>
        <message>
            <source>Shuke has put it aside and will not use it any more, so that nothing gets worse. Nothing can be sold until a backup is restored. Receipts printed so far are right.</source>
            <translation>熟客已把它移到一边，不再使用，以免情况变糟。恢复备份之前不能收银。已打印的小票仍然有效。</translation>
        </message>
        <message>
            <source>The damaged file lies in {folder}.</source>
            <translation>损坏的文件在 {folder}。</translation>
        </message>
        <message>
            <source>The data file is damaged</source>
            <translation>数据文件已损坏</translation>
        </message>
        <message>
            <source>{last_good} Restore it with: python main.py restore FILE, and have the recovery key ready.</source>
            <translation>{last_good}。请用 python main.py restore 备份文件 恢复，并准备好恢复密钥。</translation>
        </message>
    </context>
    <context>
        <name>DaysBar</name>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日期</translation>
        </message>
    </context>
    <context>
        <name>DemoDoor</name>
        <message>
            <source>Leave the demo shop and open your own? What you tried here stays in the demo; nothing of it comes into your shop.</source>
            <translation>离开演示店，打开自己的店？在这里试过的内容只留在演示店，不会带入您的店。</translation>
        </message>
        <message>
            <source>Open my shop</source>
            <translation>打开我的店</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>This is a demo shop: {owner} signs in with {owner_pin}, {cashier} with {cashier_pin}.</source>
            <translation>这是演示店：{owner} 的密码是 {owner_pin}，{cashier} 的密码是 {cashier_pin}。</translation>
        </message>
    </context>
    <context>
        <name>DevicesPage</name>
        <message>
            <source>As label printer</source>
            <translation>用作标签打印机</translation>
        </message>
        <message>
            <source>As receipt printer</source>
            <translation>用作小票打印机</translation>
        </message>
        <message>
            <source>Calls every neighbour on port 9100; an office printer may print an empty page.</source>
            <translation>会连接附近所有设备的 9100 端口；办公打印机可能会打出一张空白页。</translation>
        </message>
        <message>
            <source>Looking for devices ...</source>
            <translation>正在查找设备…</translation>
        </message>
        <message>
            <source>Search again</source>
            <translation>重新查找</translation>
        </message>
        <message>
            <source>Search the network</source>
            <translation>查找网络打印机</translation>
        </message>
    </context>
    <context>
        <name>DifferencesView</name>
        <message>
            <source>Book   Ctrl+S</source>
            <translation>入账   Ctrl+S</translation>
        </message>
        <message>
            <source>Counted: {counted}   Different: {wrong}   Missing: {missing}   Too many: {surplus}</source>
            <translation>已盘 {counted} 种   有差异 {wrong} 种   盘亏 {missing}   盘盈 {surplus}</translation>
        </message>
        <message>
            <source>Not counted: {count} ({names})</source>
            <translation>未盘 {count} 种（{names}）</translation>
        </message>
        <message>
            <source>Set what nobody counted to zero</source>
            <translation>未盘到的商品库存清零</translation>
        </message>
    </context>
    <context>
        <name>DocumentEditor</name>
        <message>
            <source>Articles: {count}</source>
            <translation>商品 {count} 种</translation>
        </message>
        <message>
            <source>Articles: {count}   Cost: {total}</source>
            <translation>商品 {count} 种   进价合计 {total}</translation>
        </message>
        <message>
            <source>Book   Ctrl+S</source>
            <translation>入账   Ctrl+S</translation>
        </message>
        <message>
            <source>Choose a reason</source>
            <translation>选择原因</translation>
        </message>
        <message>
            <source>Delivery note number</source>
            <translation>送货单号</translation>
        </message>
        <message>
            <source>Differences   Ctrl+S</source>
            <translation>看差异   Ctrl+S</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Enter: quantity and cost   ↑ ↓: line   Del: remove</source>
            <translation>回车：数量和进价   ↑ ↓：换行   Del：删除</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>补充说明</translation>
        </message>
        <message>
            <source>No supplier</source>
            <translation>不选供应商</translation>
        </message>
        <message>
            <source>Nobody knows the code {code} yet. Put the article on sale, or press Esc to skip it.</source>
            <translation>条码 {code} 还没有登记。可在此建立商品，或按 Esc 跳过。</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer letters, or the code.</source>
            <translation>没有找到。请少输几个字，或输入条码。</translation>
        </message>
        <message>
            <source>Scan, or type a code or a name</source>
            <translation>扫码，或输入条码、名称</translation>
        </message>
        <message>
            <source>This is no day. Type it like 2026-05-01.</source>
            <translation>日期不对。请按 2026-05-01 的样式填写。</translation>
        </message>
        <message>
            <source>This quantity cannot be. Pieces are whole numbers.</source>
            <translation>数量不对。按件卖的商品要填整数。</translation>
        </message>
        <message>
            <source>Without a cost: {count}</source>
            <translation>未填进价 {count} 种</translation>
        </message>
    </context>
    <context>
        <name>DocumentsPage</name>
        <message>
            <source>Book the opposite of this document? Goods and cost go back; both stay in the book.</source>
            <translation>要冲销这张单据吗？数量和成本都会退回，两张单据都保留在账上。</translation>
        </message>
        <message>
            <source>Booked: {kind}. Articles: {count}.</source>
            <translation>已入账：{kind}，商品 {count} 种。</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Drop this document? Nothing of it is booked.</source>
            <translation>要丢弃这张单据吗？它还没有入账。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Reverse it</source>
            <translation>冲销</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>已冲销。</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Drop the old till's file here</source>
            <translation>把旧收银系统的文件拖到这里</translation>
        </message>
        <message>
            <source>Goods, members or suppliers as CSV or a workbook (xlsx, xls). Exports of Pospal, Square, Shopify, Loyverse and Odoo are recognised. Nothing is stored before you have seen what would happen.</source>
            <translation>商品、会员或供应商，CSV 或表格（xlsx、xls）都可以。能识别银豹、Square、Shopify、Loyverse 和 Odoo 的导出文件。先看结果，再决定是否保存。</translation>
        </message>
    </context>
    <context>
        <name>ExpiringPage</name>
        <message>
            <source>Write off what is chosen</source>
            <translation>报损所选商品</translation>
        </message>
    </context>
    <context>
        <name>FileSheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Save the rows left out</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>What the rows are</source>
            <translation>每行是什么</translation>
        </message>
        <message>
            <source>{file}: {count} rows, as {program} writes them</source>
            <translation>{file}：{count} 行，是 {program} 导出的格式</translation>
        </message>
        <message>
            <source>{file}: {count} rows, not the export of a program that Shuke knows</source>
            <translation>{file}：{count} 行，不是熟客认识的软件导出的</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Making the demo shop: ninety days of sales. It opens by itself.</source>
            <translation>正在生成演示店：九十天的销售记录，完成后自动打开。</translation>
        </message>
    </context>
    <context>
        <name>FirstRunView</name>
        <message>
            <source>A few answers and the till is ready. Everything else has a default and can be changed later.</source>
            <translation>回答几个问题就能开始收银。其余都有默认值，以后随时可改。</translation>
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
            <translation>先看看演示店   F2</translation>
        </message>
        <message>
            <source>Go on   Enter</source>
            <translation>继续   Enter</translation>
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
        <name>GoodsStep</name>
        <message>
            <source>Bring a file of the old till</source>
            <translation>导入旧收银系统的文件</translation>
        </message>
        <message>
            <source>Bring the goods, members and suppliers of your old till as a file, or type goods in one by one. A few are enough to begin with; more can come any day.</source>
            <translation>把旧收银系统的商品、会员和供应商用文件导入，或者逐个录入商品。先有几种就能开始，以后随时可以补充。</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Look around in the demo shop</source>
            <translation>看看演示店</translation>
        </message>
        <message>
            <source>Making the demo shop: ninety days of sales. It opens by itself.</source>
            <translation>正在生成演示店：九十天的销售记录，完成后自动打开。</translation>
        </message>
        <message>
            <source>The demo shop has 300 goods and ninety days of sales, in a folder of its own. Nothing of it comes into your shop, and one key brings you back here.</source>
            <translation>演示店有 300 种商品和九十天的销售记录，放在单独的文件夹里。其中的内容不会进入您的店，按一个键就能回来。</translation>
        </message>
        <message>
            <source>Type goods in</source>
            <translation>逐个录入商品</translation>
        </message>
    </context>
    <context>
        <name>HalvesCard</name>
        <message>
            <source>Later</source>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>The lower half</source>
            <translation>下半页清楚</translation>
        </message>
        <message>
            <source>The upper half</source>
            <translation>上半页清楚</translation>
        </message>
        <message>
            <source>The upper half is printed with the printer's own letters: fast. The lower half is drawn by Shuke: right on every printer. If both read well, choose the upper one. If the right edge is cut off, choose the other paper width under Settings.</source>
            <translation>上半页用打印机自带字库打印，速度快；下半页由熟客绘制，任何打印机都正确。两半都清楚就选上半页。如果右边被截掉，请在设置里换另一种纸宽。</translation>
        </message>
        <message>
            <source>Which half of the test page reads well?</source>
            <translation>测试页哪一半清楚？</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>By the hour</source>
            <translation>分时段</translation>
        </message>
        <message>
            <source>Cashiers</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>How it was paid</source>
            <translation>收款方式</translation>
        </message>
        <message>
            <source>Nothing was sold on this day yet.</source>
            <translation>当天还没有销售。</translation>
        </message>
        <message>
            <source>One day earlier</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>One day later</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Takings by tender</source>
            <translation>按收款方式的实收</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Turnover by the hour, {day}</source>
            <translation>分时段营业额，{day}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>{name}   {turnover}   {count} sales</source>
            <translation>{name}   {turnover}   {count} 笔</translation>
        </message>
    </context>
    <context>
        <name>ImportsPage</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Save the rows left out</source>
            <translation>保存未导入的行</translation>
        </message>
        <message>
            <source>Stopped. What had been written is taken back; nothing of the file stays.</source>
            <translation>已停止。写入的内容已经撤回，这个文件没有留下任何内容。</translation>
        </message>
        <message>
            <source>Tables (*.csv *.txt *.xlsx *.xls)</source>
            <translation>表格文件 (*.csv *.txt *.xlsx *.xls)</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the import of {file} back? {count} new records are closed, changed ones are as before.</source>
            <translation>撤销 {file} 的导入吗？{count} 条新记录将停用，修改过的恢复原样。</translation>
        </message>
        <message>
            <source>Take this import back</source>
            <translation>撤销这次导入</translation>
        </message>
        <message>
            <source>The import of {file} was taken back.</source>
            <translation>{file} 的导入已撤销。</translation>
        </message>
        <message>
            <source>This is still running. Stop it first, or wait for its end.</source>
            <translation>还在进行中。请先停止，或等它完成。</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>表格 (*.xlsx)</translation>
        </message>
        <message>
            <source>{count} rows with their reasons are in {file}. Mend them there and import it.</source>
            <translation>{count} 行及原因已保存到 {file}。改好后再导入这个文件即可。</translation>
        </message>
        <message>
            <source>{file} - left out.xlsx</source>
            <translation>{file} - 未导入.xlsx</translation>
        </message>
    </context>
    <context>
        <name>Keeper</name>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backup too old</source>
            <translation>备份过旧</translation>
        </message>
    </context>
    <context>
        <name>KeyDialog</name>
        <message>
            <source>It is written down</source>
            <translation>已抄好</translation>
        </message>
        <message>
            <source>Recovery key, number {number}</source>
            <translation>恢复密钥，编号 {number}</translation>
        </message>
        <message>
            <source>Write it down and put the paper in a safe: not beside the till, and not as a photo. It opens every backup; without it nobody can open one once this computer is lost. That it was shown is noted.</source>
            <translation>请抄写下来放进保险柜：不要放在收银台旁，也不要拍照。它能打开所有备份；没有它，电脑丢失后谁也打不开备份。本次查看已记入日志。</translation>
        </message>
    </context>
    <context>
        <name>KeySheetDialog</name>
        <message>
            <source>About this screen   {key}</source>
            <translation>本页说明   {key}</translation>
        </message>
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
            <translation>关闭   Esc</translation>
        </message>
        <message>
            <source>In short</source>
            <translation>组合键</translation>
        </message>
        <message>
            <source>In the back office</source>
            <translation>在后台</translation>
        </message>
        <message>
            <source>Print   Ctrl+P</source>
            <translation>打印   Ctrl+P</translation>
        </message>
        <message>
            <source>Save as PDF   Ctrl+S</source>
            <translation>存为 PDF   Ctrl+S</translation>
        </message>
        <message>
            <source>Save the sheet of keys</source>
            <translation>保存按键表</translation>
        </message>
        <message>
            <source>Shuke - all keys.pdf</source>
            <translation>熟客-全部按键.pdf</translation>
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
        <message>
            <source>“{file}” cannot be written. Close it in other programs, or choose another place.</source>
            <translation>“{file}”无法写入。请在其他程序中关闭它，或换一个位置。</translation>
        </message>
    </context>
    <context>
        <name>KindDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose where</source>
            <translation>选择位置</translation>
        </message>
        <message>
            <source>Save this list as a file</source>
            <translation>导出为文件</translation>
        </message>
        <message>
            <source>With members' names and whole phone numbers</source>
            <translation>包含会员姓名和完整手机号</translation>
        </message>
        <message>
            <source>Without it names and phones are shortened. Asking for them is written down.</source>
            <translation>不勾选时姓名和手机号会打码。勾选导出会记入日志。</translation>
        </message>
    </context>
    <context>
        <name>LabelOptions</name>
        <message>
            <source>Begin at</source>
            <translation>从第几张起</translation>
        </message>
        <message>
            <source>Cut marks</source>
            <translation>裁切线</translation>
        </message>
        <message>
            <source>Label printer</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>Labels for the goods</source>
            <translation>商品标签</translation>
        </message>
        <message>
            <source>Of a sheet that was begun: which label is the first one still there.</source>
            <translation>用过一部分的标签纸：剩下的第一张是第几张。</translation>
        </message>
        <message>
            <source>Print labels   Ctrl+S</source>
            <translation>打印标签   Ctrl+S</translation>
        </message>
        <message>
            <source>Save PDF ...   Ctrl+S</source>
            <translation>保存 PDF…   Ctrl+S</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>标签纸</translation>
        </message>
        <message>
            <source>Sheets (PDF)</source>
            <translation>整页标签纸（PDF）</translation>
        </message>
        <message>
            <source>Shelf labels</source>
            <translation>货架标签</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>输出到</translation>
        </message>
    </context>
    <context>
        <name>LabelsPage</name>
        <message>
            <source>Choose goods</source>
            <translation>选择商品</translation>
        </message>
        <message>
            <source>Choose goods ...   F2</source>
            <translation>选择商品…   F2</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Copies   + -</source>
            <translation>份数   + -</translation>
        </message>
        <message>
            <source>Empty list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <source>Making labels ...</source>
            <translation>正在生成标签…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Scan, or type a code or name</source>
            <translation>扫码，或输入条码、名称</translation>
        </message>
        <message>
            <source>Take all due ({count})</source>
            <translation>选入全部待打印（{count}）</translation>
        </message>
        <message>
            <source>Take these</source>
            <translation>选入</translation>
        </message>
        <message>
            <source>Where to save the labels</source>
            <translation>标签保存到哪里</translation>
        </message>
        <message>
            <source>{count} labels</source>
            <translation>{count} 张标签</translation>
        </message>
    </context>
    <context>
        <name>LineFields</name>
        <message>
            <source>Cost of all</source>
            <translation>进价合计</translation>
        </message>
        <message>
            <source>Cost of one</source>
            <translation>单位进价</translation>
        </message>
        <message>
            <source>Keeps until</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批号</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Remove line</source>
            <translation>删除此行</translation>
        </message>
        <message>
            <source>year-month-day</source>
            <translation>年-月-日</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>By cashier</source>
            <translation>按收银员</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Cashiers</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>操作日志</translation>
        </message>
        <message>
            <source>Times, and times per 100 sales. “Odd” did it five times or more, and at least twice as often as all the others together: a reason to ask, not a proof. Enter opens the rows.</source>
            <translation>次数，以及每百单次数。“偏多”指达到五次，且按单数算至少是其他人合计的两倍：只说明值得问一问，不是证据。按回车查看明细。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Shuke</source>
            <translation>熟客</translation>
        </message>
        <message>
            <source>The sheet of keys is being printed.</source>
            <translation>正在打印按键表。</translation>
        </message>
    </context>
    <context>
        <name>ManualDialog</name>
        <message>
            <source>All pages   F1</source>
            <translation>全部页面   F1</translation>
        </message>
        <message>
            <source>Back   Esc</source>
            <translation>返回   Esc</translation>
        </message>
        <message>
            <source>Close   Esc</source>
            <translation>关闭   Esc</translation>
        </message>
        <message>
            <source>Find   Ctrl+F</source>
            <translation>查找   Ctrl+F</translation>
        </message>
        <message>
            <source>Find in this page; Enter: next place</source>
            <translation>在本页查找；回车：下一处</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>使用手册</translation>
        </message>
        <message>
            <source>This page does not say “{text}”.</source>
            <translation>本页没有“{text}”。</translation>
        </message>
    </context>
    <context>
        <name>MappingTable</name>
        <message>
            <source>- not used -</source>
            <translation>- 不使用 -</translation>
        </message>
        <message>
            <source>Column of the file</source>
            <translation>文件中的列</translation>
        </message>
        <message>
            <source>For example</source>
            <translation>例如</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>是</translation>
        </message>
        <message>
            <source>guessed</source>
            <translation>推测</translation>
        </message>
    </context>
    <context>
        <name>MoneyStep</name>
        <message>
            <source>In which money the shop counts, to which coin cash totals are rounded, and whether prices hold the tax. The currency can be changed until the first sale, never after it.</source>
            <translation>店里用哪种货币、现金合计抹零到哪种硬币、价格是否含税。第一笔销售之前可以更改货币，之后不能再改。</translation>
        </message>
        <message>
            <source>Money and tax</source>
            <translation>货币与税</translation>
        </message>
        <message>
            <source>There are sales already: the currency stays as it is.</source>
            <translation>已经有销售记录：货币不能再改。</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>To the till</source>
            <translation>返回收银</translation>
        </message>
    </context>
    <context>
        <name>OfficeDoor</name>
        <message>
            <source>The back office is for the owner.</source>
            <translation>后台仅限店主使用。</translation>
        </message>
    </context>
    <context>
        <name>OfficeScreen</name>
        <message>
            <source>Back   Esc</source>
            <translation>返回   Esc</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>What you changed here is not saved yet. Leave without saving?</source>
            <translation>修改尚未保存，确定离开吗？</translation>
        </message>
    </context>
    <context>
        <name>OnHandPage</name>
        <message>
            <source>Value {value}</source>
            <translation>库存金额 {value}</translation>
        </message>
        <message>
            <source>{count} of {goods} without a cost</source>
            <translation>{goods} 种中有 {count} 种无成本</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>New PIN</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New PIN for {name}</source>
            <translation>为 {name} 设新密码</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新增员工</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Type them again.</source>
            <translation>两次输入的密码不一样，请重新输入。</translation>
        </message>
        <message>
            <source>Works here no more</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>any price</source>
            <translation>不限价格</translation>
        </message>
        <message>
            <source>any sum</source>
            <translation>不限金额</translation>
        </message>
        <message>
            <source>left on {day}</source>
            <translation>{day} 离职</translation>
        </message>
        <message>
            <source>no recovery code</source>
            <translation>没有恢复码</translation>
        </message>
        <message>
            <source>paused until {time}: wrong PINs</source>
            <translation>密码错误，暂停至 {time}</translation>
        </message>
        <message>
            <source>shop: {sum}</source>
            <translation>按店规：{sum}</translation>
        </message>
        <message>
            <source>signed in here</source>
            <translation>正在此登录</translation>
        </message>
        <message>
            <source>{name} comes back: a new PIN</source>
            <translation>{name} 重新上岗：设新密码</translation>
        </message>
        <message>
            <source>{name} works here no more? They cannot sign in then; what they did keeps their name.</source>
            <translation>{name} 已离职？之后不能再登录，做过的记录仍保留姓名。</translation>
        </message>
    </context>
    <context>
        <name>PostedView</name>
        <message>
            <source>Cost not known</source>
            <translation>成本未知</translation>
        </message>
        <message>
            <source>Reverse this document</source>
            <translation>冲销这张单据</translation>
        </message>
    </context>
    <context>
        <name>PrinterCard</name>
        <message>
            <source>Ask again</source>
            <translation>重新查询</translation>
        </message>
        <message>
            <source>Label printer</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>Open drawer</source>
            <translation>打开钱箱</translation>
        </message>
        <message>
            <source>Print test label</source>
            <translation>打印测试标签</translation>
        </message>
        <message>
            <source>Print test page</source>
            <translation>打印测试页</translation>
        </message>
        <message>
            <source>Receipt printer and drawer</source>
            <translation>小票打印机和钱箱</translation>
        </message>
        <message>
            <source>Settings ...</source>
            <translation>设置…</translation>
        </message>
    </context>
    <context>
        <name>PrinterStep</name>
        <message>
            <source>58 mm</source>
            <translation>58 毫米</translation>
        </message>
        <message>
            <source>80 mm</source>
            <translation>80 毫米</translation>
        </message>
        <message>
            <source>Another address ...</source>
            <translation>其他地址…</translation>
        </message>
        <message>
            <source>Choose the receipt printer and print the test page: it shows the same words in two ways. Then choose the way that reads well on your printer. The drawer hangs on the printer and opens through it.</source>
            <translation>选择小票打印机并打印测试页：同样的文字会用两种方式各印一段，哪段清楚就选哪种。钱箱接在打印机上，由打印机打开。</translation>
        </message>
        <message>
            <source>Drawn as a picture (raster): works on every printer</source>
            <translation>图像打印 (raster)：任何打印机都行</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新查找</translation>
        </message>
        <message>
            <source>Look in the network too</source>
            <translation>也查找网络</translation>
        </message>
        <message>
            <source>Looking for printers ...</source>
            <translation>正在查找打印机…</translation>
        </message>
        <message>
            <source>No receipt printer</source>
            <translation>没有小票打印机</translation>
        </message>
        <message>
            <source>Nothing was found. Is it switched on and plugged in? A network printer needs its address.</source>
            <translation>没有找到。打印机开机并接好线了吗？网络打印机需要填写地址。</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>打开钱箱</translation>
        </message>
        <message>
            <source>Print the test page</source>
            <translation>打印测试页</translation>
        </message>
        <message>
            <source>Printer and drawer</source>
            <translation>打印机与钱箱</translation>
        </message>
        <message>
            <source>Printer's own font (gb18030): fast</source>
            <translation>打印机字库 (gb18030)：快</translation>
        </message>
        <message>
            <source>The drawer got its pulse. If it stays shut, look at the cable to the printer.</source>
            <translation>已发出开箱信号。如果没有打开，请检查钱箱与打印机之间的线。</translation>
        </message>
        <message>
            <source>The test page is on its way. Which of its two blocks reads well? Choose it above.</source>
            <translation>测试页正在打印。两段文字哪段清楚？请在上面选择。</translation>
        </message>
        <message>
            <source>{count} found.</source>
            <translation>找到 {count} 个。</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
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
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>This till is fine</source>
            <translation>本机正常</translation>
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
            <translation>为 {name} 设置新密码</translation>
        </message>
        <message>
            <source>Back   Esc</source>
            <translation>返回   Esc</translation>
        </message>
        <message>
            <source>New PIN (six digits or more)</source>
            <translation>新密码（至少六位数字）</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Set the new PIN   Enter</source>
            <translation>设置新密码   Enter</translation>
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
            <translation>按组输入纸上的恢复码，再设一个新密码。大小写和空格都没关系。恢复码只能用一次，之后会得到新的。</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePanel</name>
        <message>
            <source>I have written it down   Enter</source>
            <translation>我已抄下   Enter</translation>
        </message>
        <message>
            <source>If the PIN is ever forgotten, this code is the only way back in. Nobody can read it again: print it or write it down now, and keep the paper locked away, not at the till. It works once.</source>
            <translation>万一忘记密码，只有这个恢复码能让您重新进入。它不会再次显示：请现在打印或抄下来，把纸锁好，不要放在收银台。恢复码只能用一次。</translation>
        </message>
        <message>
            <source>Looking for the printer ...</source>
            <translation>正在查找打印机…</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>The printer took it. Is the paper there?</source>
            <translation>打印机已接收。纸出来了吗？</translation>
        </message>
        <message>
            <source>This is not the last group of the code above. Look at your paper and type it again.</source>
            <translation>这不是上面恢复码的最后一组。请看着纸重新输入。</translation>
        </message>
        <message>
            <source>Type the last group as it stands on your paper</source>
            <translation>请输入纸上的最后一组</translation>
        </message>
        <message>
            <source>Your recovery code</source>
            <translation>您的恢复码</translation>
        </message>
    </context>
    <context>
        <name>RecoveryStep</name>
        <message>
            <source>Make a new code (the old one is void then)</source>
            <translation>生成新的恢复码（旧的作废）</translation>
        </message>
        <message>
            <source>Make the recovery code</source>
            <translation>生成恢复码</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Whoever forgets the owner's PIN gets back in with this code from paper, and with nothing else. This step cannot be left out.</source>
            <translation>忘记店主密码时，只能凭纸上的恢复码重新进入。这一步不能跳过。</translation>
        </message>
        <message>
            <source>Without a code so far: {names}. They make theirs when they are signed in.</source>
            <translation>还没有恢复码的店主：{names}。请他们登录后自己生成。</translation>
        </message>
        <message>
            <source>You have a recovery code. Is the paper lost, or did somebody see it? Make a new one.</source>
            <translation>您已有恢复码。纸丢了，或者被人看到了？请生成新的。</translation>
        </message>
        <message>
            <source>You have no recovery code yet.</source>
            <translation>您还没有恢复码。</translation>
        </message>
    </context>
    <context>
        <name>ReportFiles</name>
        <message>
            <source>Keep the old one</source>
            <translation>保留原文件</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Stopped. No file was written.</source>
            <translation>已停止，没有写入文件。</translation>
        </message>
        <message>
            <source>Writing {file}</source>
            <translation>正在写入 {file}</translation>
        </message>
        <message>
            <source>“{file}” is there already. Put the new file in its place?</source>
            <translation>“{file}”已存在，要替换吗？</translation>
        </message>
    </context>
    <context>
        <name>SaleSheet</name>
        <message>
            <source>A refund needs an open shift at the till.</source>
            <translation>退货需要收银台先开班。</translation>
        </message>
        <message>
            <source>All of it was given back.</source>
            <translation>已全部退货。</translation>
        </message>
        <message>
            <source>Print again, marked COPY</source>
            <translation>补打（注明重印）</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Refund at the till</source>
            <translation>到收银台退货</translation>
        </message>
    </context>
    <context>
        <name>SalesPage</name>
        <message>
            <source>All cashiers</source>
            <translation>全部收银员</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Money is given back at the till. Open a shift there first, then come back to this sale.</source>
            <translation>退款从收银台的钱箱支出。请先在收银台开班，再回到这笔销售。</translation>
        </message>
        <message>
            <source>Only of {what}  ✕</source>
            <translation>仅限{what}  ✕</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales: {sales}   Refunds: {refunds} ({refunded})   Together: {net}</source>
            <translation>销售 {sales} 笔   退货 {refunds} 笔（{refunded}）   合计 {net}</translation>
        </message>
        <message>
            <source>an amount</source>
            <translation>某个金额</translation>
        </message>
        <message>
            <source>one article</source>
            <translation>某个商品</translation>
        </message>
        <message>
            <source>one member</source>
            <translation>某位会员</translation>
        </message>
        <message>
            <source>one shift</source>
            <translation>某个班次</translation>
        </message>
        <message>
            <source>one till</source>
            <translation>某个收银台</translation>
        </message>
        <message>
            <source>{number} is being printed, marked COPY.</source>
            <translation>正在补打 {number}（注明重印）。</translation>
        </message>
    </context>
    <context>
        <name>ScannerCard</name>
        <message>
            <source>Scan anything now: here stands what the scanner sends. It needs no setting up.</source>
            <translation>现在扫任意条码：这里显示扫码枪发送的内容。扫码枪无需设置。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>not in the catalogue</source>
            <translation>商品资料里没有</translation>
        </message>
        <message>
            <source>{kind}; {ms} ms from key to key; {article}</source>
            <translation>{kind}；按键间隔 {ms} 毫秒；{article}</translation>
        </message>
    </context>
    <context>
        <name>ScannerStep</name>
        <message>
            <source>Plug the scanner in and scan any article. A USB scanner needs no driver: it types the code like a keyboard, only faster. The till tells it from fingers by its speed, wherever the cursor stands.</source>
            <translation>插上扫码枪，随便扫一件商品。USB 扫码枪不需要驱动：它像键盘一样输入条码，只是更快。无论光标在哪里，收银台都能按速度分辨扫码和手打。</translation>
        </message>
        <message>
            <source>Scan any article now</source>
            <translation>现在扫一件商品</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>The scanner works: {code} came whole, {count} characters.</source>
            <translation>扫码枪正常：完整收到 {code}，共 {count} 个字符。</translation>
        </message>
        <message>
            <source>Waiting for a scan. Without a scanner, codes can also be typed at the till.</source>
            <translation>等待扫码。没有扫码枪时，也可以在收银台手工输入条码。</translation>
        </message>
        <message>
            <source>{code} came slowly, as if typed by hand. If that was the scanner, set it to send without pauses and with Enter at the end: its booklet has the codes for it.</source>
            <translation>{code} 来得很慢，像是手打的。如果是扫码枪，请按说明书扫设置码：去掉字符间隔，末尾加回车。</translation>
        </message>
        <message>
            <source>{code} came, but is short for a barcode. Scan it once more, a little closer.</source>
            <translation>收到 {code}，但作为条码太短。请靠近一点再扫一次。</translation>
        </message>
        <message>
            <source>{code} came, but its check digit is wrong. Scan it again.</source>
            <translation>收到 {code}，但校验位不对。请再扫一次。</translation>
        </message>
    </context>
    <context>
        <name>SetUpPage</name>
        <message>
            <source>Ctrl+1 to Ctrl+5 open a step. Leave whenever you like; the owner's home leads back here.</source>
            <translation>Ctrl+1 到 Ctrl+5 直接打开某一步。随时可以离开，从店主首页可以回来。</translation>
        </message>
        <message>
            <source>Not needed here</source>
            <translation>本店不需要</translation>
        </message>
        <message>
            <source>The shop is set up. All of it can be changed in the settings.</source>
            <translation>开店设置已完成。以后都可以在设置里更改。</translation>
        </message>
        <message>
            <source>This is right, go on   Ctrl+S</source>
            <translation>确认并继续   Ctrl+S</translation>
        </message>
        <message>
            <source>{done} of {count} done</source>
            <translation>已完成 {done}／{count}</translation>
        </message>
    </context>
    <context>
        <name>SettingEditor</name>
        <message>
            <source>As delivered</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>As delivered: {value}</source>
            <translation>默认值：{value}</translation>
        </message>
        <message>
            <source>Chosen {when} by {who}</source>
            <translation>{who} 于 {when} 选定</translation>
        </message>
        <message>
            <source>Key: {key}</source>
            <translation>键名：{key}</translation>
        </message>
        <message>
            <source>Locked: something was sold already, and all amounts in the books would change their meaning.</source>
            <translation>已锁定：已有销售记录，更改会使账上所有金额改变含义。</translation>
        </message>
        <message>
            <source>Who changed it</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>程序</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Who changed what</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>as delivered</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>locked since the first sale</source>
            <translation>首笔销售后锁定</translation>
        </message>
    </context>
    <context>
        <name>ShiftSheet</name>
        <message>
            <source>Its sales</source>
            <translation>本班销售</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print again, marked COPY</source>
            <translation>补打（注明重印）</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
    </context>
    <context>
        <name>ShiftsPage</name>
        <message>
            <source>It is being printed, marked COPY {number}.</source>
            <translation>正在打印，注明重印 {number}。</translation>
        </message>
        <message>
            <source>It is being printed.</source>
            <translation>正在打印。</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>X of shift {number}, still open</source>
            <translation>第 {number} 班 X 报表，未交班</translation>
        </message>
        <message>
            <source>Z of shift {number}</source>
            <translation>第 {number} 班 Z 报表</translation>
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
            <translation>正在检查…</translation>
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
            <translation>忘记密码   F9</translation>
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
            <translation>后台</translation>
        </message>
        <message>
            <source>Change the language</source>
            <translation>切换语言</translation>
        </message>
        <message>
            <source>Demo shop   {key} leave it</source>
            <translation>演示店   {key} 离开</translation>
        </message>
    </context>
    <context>
        <name>SuppliersPage</name>
        <message>
            <source>Its goods: {count}</source>
            <translation>供应商品 {count} 种</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>New supplier</source>
            <translation>新建供应商</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>停用供应商</translation>
        </message>
        <message>
            <source>Take this supplier off the list? Its deliveries stay in the book.</source>
            <translation>要停用这个供应商吗？它的进货记录会保留。</translation>
        </message>
    </context>
    <context>
        <name>TillProgram</name>
        <message>
            <source>No shift</source>
            <translation>未开班</translation>
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
            <source>Till {code}</source>
            <translation>{code} 收银台</translation>
        </message>
    </context>
    <context>
        <name>backup</name>
        <message>
            <source>Last good backup: {when}</source>
            <translation>最近一次成功备份：{when}</translation>
        </message>
        <message>
            <source>The last good backup is too old: {when}. {trouble}</source>
            <translation>最近一次成功备份过旧：{when}。{trouble}</translation>
        </message>
        <message>
            <source>The owner should look at the page Backup in the back office.</source>
            <translation>请店主到后台的“备份”页查看。</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>还没有备份。</translation>
        </message>
        <message>
            <source>There is no good backup of this till. {trouble}</source>
            <translation>本收银台还没有成功的备份。{trouble}</translation>
        </message>
        <message>
            <source>{count} days ago</source>
            <translation>{count} 天前</translation>
        </message>
        <message>
            <source>{count} h ago</source>
            <translation>{count} 小时前</translation>
        </message>
        <message>
            <source>{count} min ago</source>
            <translation>{count} 分钟前</translation>
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
            <translation>继续   Enter</translation>
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
            <translation>无售价</translation>
        </message>
        <message>
            <source>No price yet. F7 gives it one.</source>
            <translation>尚无售价，按 F7 定价。</translation>
        </message>
        <message>
            <source>No quick keys yet. The owner sets them up in the back office (Ctrl+B).</source>
            <translation>还没有快捷键，店主可在后台（Ctrl+B）设置。</translation>
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
            <translation>快捷键</translation>
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
            <translation>撤销</translation>
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
            <translation>不开班，直接进入后台</translation>
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
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>After</source>
            <translation>修改后</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>商品数</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>购物篮</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>退回数量</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Data of</source>
            <translation>数据时间</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Days left</source>
            <translation>可售天数</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Discount alone</source>
            <translation>可独自打折</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>开钱箱</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>账面数</translation>
        </message>
        <message>
            <source>Expected cash</source>
            <translation>应有现金</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>实盘数</translation>
        </message>
        <message>
            <source>From</source>
            <translation>生效</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Keeps until</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last delivery</source>
            <translation>最近进货</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Leave by</source>
            <translation>授权人</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>Left, about</source>
            <translation>约剩</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>List</source>
            <translation>价格类型</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批号</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Off by price</source>
            <translation>改价让利</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现有库存</translation>
        </message>
        <message>
            <source>On hand after</source>
            <translation>结存</translation>
        </message>
        <message>
            <source>On the label</source>
            <translation>标签上的价格</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开班</translation>
        </message>
        <message>
            <source>Order at</source>
            <translation>补货点</translation>
        </message>
        <message>
            <source>Over or short</source>
            <translation>长短款</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印日期</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>来源软件</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Refund alone</source>
            <translation>可独自退款</translation>
        </message>
        <message>
            <source>Refunds</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>被拒</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows are</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置项</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Subtotal</source>
            <translation>小计</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
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
            <source>Turnover</source>
            <translation>营业额</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
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
        <name>currencies</name>
        <message>
            <source>Australian dollar</source>
            <translation>澳元</translation>
        </message>
        <message>
            <source>Euro</source>
            <translation>欧元</translation>
        </message>
        <message>
            <source>Hong Kong dollar</source>
            <translation>港元</translation>
        </message>
        <message>
            <source>Kuwaiti dinar</source>
            <translation>科威特第纳尔</translation>
        </message>
        <message>
            <source>Pound sterling</source>
            <translation>英镑</translation>
        </message>
        <message>
            <source>Renminbi</source>
            <translation>人民币</translation>
        </message>
        <message>
            <source>Ringgit</source>
            <translation>马来西亚林吉特</translation>
        </message>
        <message>
            <source>Singapore dollar</source>
            <translation>新加坡元</translation>
        </message>
        <message>
            <source>Swiss franc</source>
            <translation>瑞士法郎</translation>
        </message>
        <message>
            <source>Taiwan dollar</source>
            <translation>新台币</translation>
        </message>
        <message>
            <source>US dollar</source>
            <translation>美元</translation>
        </message>
        <message>
            <source>Yen</source>
            <translation>日元</translation>
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
            <translation>一张单据最多 {most} 行。请先入账，再新建一张。</translation>
        </message>
        <message>
            <source>A limit cannot be below zero, and a discount not more than 100 %.</source>
            <translation>额度不能小于零，折扣不能超过 100%。</translation>
        </message>
        <message>
            <source>A margin must lie between 0 % and 100 %.</source>
            <translation>毛利率必须在 0% 到 100% 之间。</translation>
        </message>
        <message>
            <source>A member needs a phone number or a card number. This row is left out.</source>
            <translation>会员需要手机号或会员卡号。这一行没有导入。</translation>
        </message>
        <message>
            <source>A pack must hold more than nothing and at most 100,000 pieces.</source>
            <translation>包装内含数量必须大于 0，且不超过 100,000。</translation>
        </message>
        <message>
            <source>A page has {most} places.</source>
            <translation>每页有 {most} 个位置。</translation>
        </message>
        <message>
            <source>A page of quick keys needs a name.</source>
            <translation>快捷键页需要名称。</translation>
        </message>
        <message>
            <source>A price cannot be emptied. Type the price that shall hold from now on.</source>
            <translation>售价不能清空，请输入从现在起生效的售价。</translation>
        </message>
        <message>
            <source>A price cannot begin in the past.</source>
            <translation>价格不能从过去的时间开始生效。</translation>
        </message>
        <message>
            <source>A price must end after it begins.</source>
            <translation>结束时间必须晚于生效时间。</translation>
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
            <translation>请填写供应商名称。</translation>
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
            <source>Another program took this import back while it was running. Nothing stayed; please start it again.</source>
            <translation>另一个程序在导入过程中撤回了这次导入。没有留下任何内容，请重新导入。</translation>
        </message>
        <message>
            <source>Everything on {number} has already been refunded.</source>
            <translation>{number} 的商品已经全部退过。</translation>
        </message>
        <message>
            <source>Group {group} of the recovery code is not as on the paper: “{typed}”. Please type this group again.</source>
            <translation>恢复码第 {group} 组“{typed}”与纸上不符。请重新输入这一组。</translation>
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
            <source>Is a member already, as number {number}. The file and the balances stay as they are.</source>
            <translation>已经是会员，编号 {number}。资料和余额保持不变。</translation>
        </message>
        <message>
            <source>Line {line}: a cost must lie between 0 and {most}.</source>
            <translation>第 {line} 行：进价要在 0 到 {most} 之间。</translation>
        </message>
        <message>
            <source>Line {line}: a quantity must be above zero and at most {most}.</source>
            <translation>第 {line} 行：数量要大于零且不超过 {most}。</translation>
        </message>
        <message>
            <source>Line {line}: please check the expiry date {day}.</source>
            <translation>第 {line} 行：请核对到期日 {day}。</translation>
        </message>
        <message>
            <source>Line {line}: please type how many there are.</source>
            <translation>第 {line} 行：请填写实盘数。</translation>
        </message>
        <message>
            <source>Line {line}: this article is no longer in the catalogue. Remove the line.</source>
            <translation>第 {line} 行：该商品已停用。请删除此行。</translation>
        </message>
        <message>
            <source>Line {line}: this lot does not belong to the article.</source>
            <translation>第 {line} 行：批次不属于该商品。</translation>
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
            <translation>没有找到小票打印机。不要紧：请用手抄下恢复码。</translation>
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
            <translation>请选择原因；选“其他”时请简单说明。</translation>
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
            <source>Points are whole: “{value}” was cut to {points}.</source>
            <translation>积分只能是整数：“{value}” 已取为 {points}。</translation>
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
            <source>Row {other} is the same supplier already. This row is left out.</source>
            <translation>第 {other} 行已经是同一个供应商。这一行没有导入。</translation>
        </message>
        <message>
            <source>Say what to import and from which file, as in: import products goods.csv</source>
            <translation>请说明导入什么、从哪个文件，例如：import products goods.csv</translation>
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
            <translation>其间他人已修改此项。未保存；请重新打开后再修改。</translation>
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
            <source>Stored value must lie between 0 and {most}.</source>
            <translation>储值余额必须在 0 到 {most} 之间。</translation>
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
            <source>The birthday cannot be read and is left out. Write it as 1990-05-17 or 05-17.</source>
            <translation>生日无法识别，没有导入。请写成 1990-05-17 或 05-17。</translation>
        </message>
        <message>
            <source>The card number stands in row {other} already. This row is left out.</source>
            <translation>这个卡号在第 {other} 行已经有了。这一行没有导入。</translation>
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
            <translation>“{file}” 还在导入。请先停止，或等它完成。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: goods came from {count} of its suppliers since, among them “{name}”.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 家供应商之后已经供过货，例如“{name}”。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: goods name {count} of its suppliers, among them “{name}”. Give these goods another supplier first.</source>
            <translation>“{file}” 的导入不能撤销：有商品用着其中 {count} 家供应商，例如“{name}”。请先给这些商品换供应商。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: points or stored value moved since for {count} of its members, among them number {name}.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 位会员的积分或储值之后有变动，例如编号 {name}。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: stock was booked since for {count} of its articles, among them “{name}”. Close articles you do not want one by one in the goods list.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 种商品之后有了库存记录，例如“{name}”。不要的商品请在商品列表里逐个停用。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: {count} of its articles were sold since, among them “{name}”. Close articles you do not want one by one in the goods list.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 种商品之后已经卖出，例如“{name}”。不要的商品请在商品列表里逐个停用。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: {count} of its members bought something since, among them number {name}.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 位会员之后来买过东西，例如编号 {name}。</translation>
        </message>
        <message>
            <source>The import of “{file}” stays: {count} of its members were merged with others since, among them number {name}.</source>
            <translation>“{file}” 的导入不能撤销：其中 {count} 位会员之后与别人合并了，例如编号 {name}。</translation>
        </message>
        <message>
            <source>The import of “{file}” was taken back before. Nothing was changed.</source>
            <translation>“{file}” 的导入之前已经撤销。没有任何改动。</translation>
        </message>
        <message>
            <source>The import was interrupted from outside. What it had written is taken back; please start it again.</source>
            <translation>导入被外部中断。已写入的内容已经撤回，请重新导入。</translation>
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
            <source>The phone belongs to member {number}, the card to member {other}. This row is left out.</source>
            <translation>手机号属于会员 {number}，卡号属于会员 {other}。这一行没有导入。</translation>
        </message>
        <message>
            <source>The phone number {phone} stands in row {other} already. This row is left out; enrol a second person of the family at the till.</source>
            <translation>手机号 {phone} 在第 {other} 行已经有了。这一行没有导入；同一家的第二个人请在收银台登记。</translation>
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
            <translation>恢复码有 4 组，每组 5 个字母或数字。请按纸上的样子输入。</translation>
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
            <translation>库存下限必须在 0 到 {most} 之间。</translation>
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
            <translation>快捷键最多 {most} 页。</translation>
        </message>
        <message>
            <source>There is a company called “{name}” already.</source>
            <translation>已有名为“{name}”的单位。</translation>
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
            <translation>{name} 没有恢复码。店主可以在后台“员工”里设置新密码。</translation>
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
            <translation>没有这次导入。请在导入列表里查看有哪些。</translation>
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
            <translation>单据还是空的。请先扫描商品。</translation>
        </message>
        <message>
            <source>There is only {present} in the drawer, so {wanted} cannot be taken out.</source>
            <translation>钱箱里只有 {present}，不能取出 {wanted}。</translation>
        </message>
        <message>
            <source>There is somebody called {name} here already. Please add a letter or a number.</source>
            <translation>已经有一位叫 {name} 的员工。请加一个字母或数字。</translation>
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
            <source>This article has no other price. Plan another one for the same moment instead.</source>
            <translation>此商品没有其他售价，请为同一时间另排一个售价。</translation>
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
            <translation>这一列没有使用。</translation>
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
            <translation>账上没有这张单据。</translation>
        </message>
        <message>
            <source>This document takes another one back and stays. Book a new one instead.</source>
            <translation>这是一张冲销单，不能再冲销。请另开新单。</translation>
        </message>
        <message>
            <source>This document was already booked at {at} with other lines. Begin a new one.</source>
            <translation>这张单据已于 {at} 以其他内容入账。请新建一张。</translation>
        </message>
        <message>
            <source>This document was taken back already.</source>
            <translation>这张单据已经冲销过。</translation>
        </message>
        <message>
            <source>This draft is no longer there: it was booked or dropped.</source>
            <translation>这张草稿已不存在：已入账或已丢弃。</translation>
        </message>
        <message>
            <source>This is not the newest recovery code of this person. After {left} more wrong ones there is a pause.</source>
            <translation>这不是此人最新的恢复码。再错 {left} 次将暂停。</translation>
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
            <translation>此快捷键页已不存在，未做任何更改。</translation>
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
            <translation>此售价已生效，请改为设置新售价。</translation>
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
            <translation>该供应商已停用，未做任何更改。</translation>
        </message>
        <message>
            <source>This supplier is no longer on the list. Please choose another.</source>
            <translation>该供应商已停用，请选择其他供应商。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Please try again in {seconds} seconds.</source>
            <translation>PIN 错误次数过多，请 {seconds} 秒后再试。</translation>
        </message>
        <message>
            <source>What this column holds was guessed. Compare it with the table of columns before you import.</source>
            <translation>这一列的含义是推测的。导入前请与列对照表核对。</translation>
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
            <translation>自己的角色只能由另一位店主更改。没有保存。</translation>
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
            <translation>已有 {count} 张未入账单据。请先入账或丢弃一张。</translation>
        </message>
        <message>
            <source>{count} goods carry the tax “{name}”. Nothing was changed: give them another tax first, or keep these taxes.</source>
            <translation>有 {count} 种商品使用税率“{name}”。没有做任何更改：请先给这些商品换税率，或保留现有税率。</translation>
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
            <source>“{code}” cannot be a card number: letters and digits, at most {most} of them.</source>
            <translation>“{code}” 不能作为卡号：只能用字母和数字，最多 {most} 位。</translation>
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
            <translation>“{file}”无法写入。请在其他程序中关闭它，或换一个位置，再试一次。</translation>
        </message>
        <message>
            <source>“{file}” does not say which column is what. It is written as {example}, with headers of the file.</source>
            <translation>“{file}” 没有说明哪一列是什么。写法如 {example}，用文件里的列名。</translation>
        </message>
        <message>
            <source>“{file}” has no column for the name of suppliers. It needs one called 供应商 or Supplier.</source>
            <translation>“{file}” 里没有供应商名称的列。需要一列名为 供应商 或 Supplier。</translation>
        </message>
        <message>
            <source>“{file}” has no column for the phone or the card number of members. It needs one called 手机号 or Phone, or 会员号 or Card number.</source>
            <translation>“{file}” 里没有会员手机号或卡号的列。需要一列名为 手机号 或 Phone，或者 会员号 或 Card number。</translation>
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
            <translation>“{file}”的后缀必须是 .csv、.xlsx 或 .pdf。</translation>
        </message>
        <message>
            <source>“{start}…” is too long: at most {most} characters.</source>
            <translation>“{start}…”太长，最多 {most} 个字符。</translation>
        </message>
        <message>
            <source>“{text}” is no date from which days can be counted; write 2026-01-05.</source>
            <translation>“{text}”不是可用的日期；请写成 2026-01-05。</translation>
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
            <source>“{value}” is not a number of points from 0 on.</source>
            <translation>“{value}” 不是积分（0 或以上的数）。</translation>
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
            <translation>地址</translation>
        </message>
        <message>
            <source>Address, second line</source>
            <translation>地址第二行</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Card number</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Contact (into the note)</source>
            <translation>联系人（记入备注）</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Discount (into the note)</source>
            <translation>折扣（记入备注）</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>E-mail (into the note)</source>
            <translation>邮箱（记入备注）</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>品类</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Handle (joins variants)</source>
            <translation>Handle（同款各行）</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Own number (SKU)</source>
            <translation>货号（SKU）</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Second variant</source>
            <translation>第二款式</translation>
        </message>
        <message>
            <source>Shelf life</source>
            <translation>保质期</translation>
        </message>
        <message>
            <source>Short number (PLU)</source>
            <translation>货号（PLU）</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Sold by weight</source>
            <translation>称重</translation>
        </message>
        <message>
            <source>Stock (not imported)</source>
            <translation>库存（不导入）</translation>
        </message>
        <message>
            <source>Stored value</source>
            <translation>储值余额</translation>
        </message>
        <message>
            <source>Stored value, bonus part</source>
            <translation>储值赠送余额</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Third variant</source>
            <translation>第三款式</translation>
        </message>
        <message>
            <source>Tier (into the note)</source>
            <translation>等级（记入备注）</translation>
        </message>
        <message>
            <source>Type (where no category)</source>
            <translation>类型（没有分类时用）</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>款式</translation>
        </message>
    </context>
    <context>
        <name>findings</name>
        <message>
            <source>Goods in and out, {what}: the document says {kept}, its rows come to {rows}.</source>
            <translation>出入库单据（{what}）：单据记 {kept}，明细合计 {rows}。</translation>
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
            <translation>未入账的库存单据不能用：{said}。</translation>
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
        <name>imports</name>
        <message>
            <source>Being taken back</source>
            <translation>正在撤销</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>Imported: {added} new, {changed} changed; {same} were as before, {failed} left out</source>
            <translation>已导入：新增 {added}，修改 {changed}；不变 {same}，未导入 {failed}</translation>
        </message>
        <message>
            <source>Importing. The till goes on selling; Stop leaves nothing behind.</source>
            <translation>正在导入，收银照常进行；按“停止”则不留下任何内容。</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>请核对</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Reading the file. The till goes on selling meanwhile.</source>
            <translation>正在读取文件，收银照常进行。</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Say above which column holds the name of the goods.</source>
            <translation>请在上面指明哪一列是品名。</translation>
        </message>
        <message>
            <source>Say above which column holds the name of the suppliers.</source>
            <translation>请在上面指明哪一列是供应商名称。</translation>
        </message>
        <message>
            <source>Say above which column holds the phone or the card number.</source>
            <translation>请在上面指明哪一列是手机号或会员卡号。</translation>
        </message>
        <message>
            <source>Stopped, nothing stayed</source>
            <translation>已停止，未留下内容</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>扣回</translation>
        </message>
        <message>
            <source>Taking the import back. The till goes on selling meanwhile.</source>
            <translation>正在撤销这次导入，收银照常进行。</translation>
        </message>
        <message>
            <source>Trying it out, nothing is stored yet.</source>
            <translation>正在试算，还没有保存任何内容。</translation>
        </message>
        <message>
            <source>{rows} rows: {added} new, {changed} changed, {same} as before, {failed} left out</source>
            <translation>共 {rows} 行：新增 {added}，修改 {changed}，不变 {same}，未导入 {failed}</translation>
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
            <translation>后台</translation>
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
            <translation>开钱箱</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>回车</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>导出列表</translation>
        </message>
        <message>
            <source>Find in the list</source>
            <translation>列表内查找</translation>
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
            <translation>新增</translation>
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
            <source>Page above</source>
            <translation>上一页面</translation>
        </message>
        <message>
            <source>Page below</source>
            <translation>下一页面</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quick keys</source>
            <translation>快捷键</translation>
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
            <translation>保存</translation>
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
            <translation>储值余额</translation>
        </message>
        <message>
            <source>Take back what was just done</source>
            <translation>撤销刚才的操作</translation>
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
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close   Esc</source>
            <translation>关闭   Esc</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Nothing in this list has what you searched or filtered for.</source>
            <translation>没有符合搜索或筛选条件的记录。</translation>
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation>请填写此项。</translation>
        </message>
        <message>
            <source>Save   Ctrl+S</source>
            <translation>保存   Ctrl+S</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Show what is stored</source>
            <translation>查看已保存的内容</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{chosen} of {count} selected</source>
            <translation>已选 {chosen} / {count}</translation>
        </message>
        <message>
            <source>{count} rows</source>
            <translation>共 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>office</name>
        <message>
            <source>0 on paper without gaps.</source>
            <translation>连续纸填 0。</translation>
        </message>
        <message>
            <source>1. Install Shuke on a computer. Plug in the stick, or connect the share, with the backups.</source>
            <translation>1. 在一台电脑上安装熟客，插上存有备份的 U 盘或连接共享文件夹。</translation>
        </message>
        <message>
            <source>2. Take the paper with the recovery key out of the safe.</source>
            <translation>2. 从保险柜取出写有恢复密钥的纸。</translation>
        </message>
        <message>
            <source>3. Open a terminal in Shuke's folder and type: python main.py restore FILE</source>
            <translation>3. 在熟客的文件夹里打开终端，输入：python main.py restore 备份文件</translation>
        </message>
        <message>
            <source>4. Type the key when it is asked for; a mistyped group is named by its number.</source>
            <translation>4. 按提示输入密钥；输错时会指出是第几组。</translation>
        </message>
        <message>
            <source>5. Start Shuke. Everything up to the moment of the backup is there; receipts go on with a new series, so that no number repeats. What was in place before is set aside, never deleted.</source>
            <translation>5. 启动熟客。备份时刻之前的一切都在；小票用新的号段，号码不会重复。原来的文件会移到一边，不会删除。</translation>
        </message>
        <message>
            <source>58 mm</source>
            <translation>58 毫米</translation>
        </message>
        <message>
            <source>80 mm</source>
            <translation>80 毫米</translation>
        </message>
        <message>
            <source>A cash drawer hangs on it</source>
            <translation>接有钱箱</translation>
        </message>
        <message>
            <source>A cashier sells, takes back and counts; an owner may do everything.</source>
            <translation>收银员可以收银、退货、盘点；店主可以做任何操作。</translation>
        </message>
        <message>
            <source>A drawer hangs on it</source>
            <translation>接有钱箱</translation>
        </message>
        <message>
            <source>A price from some moment on</source>
            <translation>设置或排期售价</translation>
        </message>
        <message>
            <source>A shift begins when somebody counts the float at the till.</source>
            <translation>在收银台清点备用金后即开班。</translation>
        </message>
        <message>
            <source>A tax rate lies between 0 and 50 %.</source>
            <translation>税率应在 0 到 50% 之间。</translation>
        </message>
        <message>
            <source>Account after it</source>
            <translation>交易后余额</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>支付宝</translation>
        </message>
        <message>
            <source>All days</source>
            <translation>全部日期</translation>
        </message>
        <message>
            <source>Also sold as</source>
            <translation>新增销售单位</translation>
        </message>
        <message>
            <source>Also sold as “{name}” now. Give it a price and a barcode.</source>
            <translation>已增加销售单位“{name}”，请为它设置售价和条码。</translation>
        </message>
        <message>
            <source>Also who left</source>
            <translation>含已离职</translation>
        </message>
        <message>
            <source>Always down, for the customer</source>
            <translation>一律抹零（让利顾客）</translation>
        </message>
        <message>
            <source>Always up</source>
            <translation>一律进位</translation>
        </message>
        <message>
            <source>Any ending</source>
            <translation>尾数不限</translation>
        </message>
        <message>
            <source>Arrows choose a place, Ctrl and an arrow moves its key, a scan puts its article there.</source>
            <translation>方向键选位置，Ctrl+方向键移动按键，扫码即把商品放到此处。</translation>
        </message>
        <message>
            <source>As 550ml, 250ml×16 or 5kg: unit prices come from it.</source>
            <translation>如 550ml、250ml×16、5kg，用于计算单位价格。</translation>
        </message>
        <message>
            <source>As found in the list, or typed: tcp:192.168.1.50 for a printer on the network. Empty: none.</source>
            <translation>从列表选择，或自己输入：网络打印机写 tcp:192.168.1.50。留空表示没有。</translation>
        </message>
        <message>
            <source>As in America: added to the price</source>
            <translation>美国方式：在价格之外另加</translation>
        </message>
        <message>
            <source>As in Europe: in the price, a full and a reduced rate</source>
            <translation>欧洲方式：价格含税，标准税率和低税率</translation>
        </message>
        <message>
            <source>As tcp:192.168.1.50:9100, usb:0416:5011, serial:COM3:9600 or windows:NAME.</source>
            <translation>例如 tcp:192.168.1.50:9100、usb:0416:5011、serial:COM3:9600 或 windows:名称。</translation>
        </message>
        <message>
            <source>Asking ...</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>At so much on hand it is shown as low; empty for never.</source>
            <translation>库存降到此数即提示补货；留空则不提示。</translation>
        </message>
        <message>
            <source>Average basket</source>
            <translation>客单价</translation>
        </message>
        <message>
            <source>Average cost; receiving goods keeps it up to date.</source>
            <translation>移动平均进价，进货时自动更新。</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups go beside the data again, on the same disk.</source>
            <translation>备份又放回数据旁边，在同一块磁盘上。</translation>
        </message>
        <message>
            <source>Backups go to {folder} from now on. Make one now.</source>
            <translation>今后备份存到 {folder}。请现在备份一次。</translation>
        </message>
        <message>
            <source>Bank card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Barcodes</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Basket cleared</source>
            <translation>清空购物车</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>生效时间</translation>
        </message>
        <message>
            <source>Begins later</source>
            <translation>以后生效</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Booked wrongly</source>
            <translation>登记有误</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Brands and sizes that replace each other, as rice or drinking water.</source>
            <translation>可互相替代的品牌和规格，如大米、饮用水。</translation>
        </message>
        <message>
            <source>Business day</source>
            <translation>营业日</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>取消排期</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash put in</source>
            <translation>存入现金</translation>
        </message>
        <message>
            <source>Cash taken out</source>
            <translation>取出现金</translation>
        </message>
        <message>
            <source>Cash totals are rounded to it; cards and wallets pay the exact sum.</source>
            <translation>现金合计抹零到这种硬币；刷卡和扫码支付按实际金额。</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Change many</source>
            <translation>批量修改</translation>
        </message>
        <message>
            <source>Change selected</source>
            <translation>批量修改</translation>
        </message>
        <message>
            <source>Change them</source>
            <translation>确认修改</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Checking ...</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>China: in the price, 13 % and 9 %</source>
            <translation>中国：价格含税，13% 和 9%</translation>
        </message>
        <message>
            <source>Choose a device in the list to see whether it can be used.</source>
            <translation>在列表里选择设备，查看能否使用。</translation>
        </message>
        <message>
            <source>Choose article   Enter</source>
            <translation>选择商品   回车</translation>
        </message>
        <message>
            <source>Choose other days above, or look at all of them.</source>
            <translation>请在上方选择其他日期，或查看全部日期。</translation>
        </message>
        <message>
            <source>Copying the data; selling goes on ...</source>
            <translation>正在复制数据，收银照常…</translation>
        </message>
        <message>
            <source>Correct a figure</source>
            <translation>更正库存</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>库存更正</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>破损</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>进货</translation>
        </message>
        <message>
            <source>Deliveries with a date, or of goods with a shelf life, are watched here.</source>
            <translation>登记了到期日或有保质期的进货，都会在这里提醒。</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>进货</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Dots per inch</source>
            <translation>每英寸点数</translation>
        </message>
        <message>
            <source>Drawer without sale</source>
            <translation>空开钱箱</translation>
        </message>
        <message>
            <source>Drawn by Shuke (lower half)</source>
            <translation>熟客绘制（下半页）</translation>
        </message>
        <message>
            <source>Each article can carry another one of these later.</source>
            <translation>以后每种商品可以使用其中另一种税率。</translation>
        </message>
        <message>
            <source>Earned</source>
            <translation>获得</translation>
        </message>
        <message>
            <source>Earns points</source>
            <translation>参与积分</translation>
        </message>
        <message>
            <source>Empty   Del</source>
            <translation>清空   Del</translation>
        </message>
        <message>
            <source>Empty: as the shop allows every cashier (Settings).</source>
            <translation>留空：按店里对收银员的统一规定（见设置）。</translation>
        </message>
        <message>
            <source>Encrypting and writing ...</source>
            <translation>正在加密写入…</translation>
        </message>
        <message>
            <source>Ending in .10, .20 …</source>
            <translation>尾数到角</translation>
        </message>
        <message>
            <source>Ending in .90</source>
            <translation>尾数为 .90</translation>
        </message>
        <message>
            <source>Ending in .99</source>
            <translation>尾数为 .99</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Ends by itself</source>
            <translation>到期自动结束</translation>
        </message>
        <message>
            <source>Every change of a setting stands here, with name and time.</source>
            <translation>每次修改设置都会记在这里，注明姓名和时间。</translation>
        </message>
        <message>
            <source>Every delivery, sale, count and write-off will stand here.</source>
            <translation>每次进货、销售、盘点和报损都会记在这里。</translation>
        </message>
        <message>
            <source>Every import stands here, and can be taken back until its goods are sold.</source>
            <translation>每次导入都列在这里；商品卖出之前可以整批撤销。</translation>
        </message>
        <message>
            <source>Excel workbook (.xlsx)</source>
            <translation>Excel 工作簿 (.xlsx)</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>过期</translation>
        </message>
        <message>
            <source>Expired already</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>临期商品</translation>
        </message>
        <message>
            <source>Expiring in 14 days</source>
            <translation>14 天内到期</translation>
        </message>
        <message>
            <source>Expiring soon</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>品类</translation>
        </message>
        <message>
            <source>First price given</source>
            <translation>首次定价</translation>
        </message>
        <message>
            <source>For</source>
            <translation>价格类型</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>自定义日期</translation>
        </message>
        <message>
            <source>Gap between two labels in mm</source>
            <translation>两张标签的间隙（毫米）</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已全退</translation>
        </message>
        <message>
            <source>Given to taste</source>
            <translation>试吃赠送</translation>
        </message>
        <message>
            <source>Gives back</source>
            <translation>原销售单</translation>
        </message>
        <message>
            <source>Goods</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Goods appear here once they are in the catalogue.</source>
            <translation>商品建档后会出现在这里。</translation>
        </message>
        <message>
            <source>Goods list</source>
            <translation>商品列表</translation>
        </message>
        <message>
            <source>Goods stand here as soon as they are in the catalogue.</source>
            <translation>建立商品资料后会显示在这里。</translation>
        </message>
        <message>
            <source>Goods without a barcode, as vegetables, bread or bags, are sold by a touch on the till (Ctrl+K).</source>
            <translation>蔬菜、面包、购物袋等没有条码的商品，可在收银台一触即售（Ctrl+K）。</translation>
        </message>
        <message>
            <source>Goods without a price: {count}</source>
            <translation>没有售价的商品：{count}</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Holds how many</source>
            <translation>内含数量</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>How text is printed</source>
            <translation>文字打印方式</translation>
        </message>
        <message>
            <source>If this computer is lost or the data are damaged:</source>
            <translation>如果电脑丢失或数据损坏：</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>In 30 days</source>
            <translation>30 天内</translation>
        </message>
        <message>
            <source>It answers how it is</source>
            <translation>能回答自身状态</translation>
        </message>
        <message>
            <source>It is opened when cash is taken or given.</source>
            <translation>收付现金时自动打开。</translation>
        </message>
        <message>
            <source>Keeps for (days)</source>
            <translation>保质期（天）</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Label is due</source>
            <translation>待打印标签</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>近 7 天</translation>
        </message>
        <message>
            <source>Last good backup: {time}</source>
            <translation>最近一次可用备份：{time}</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Leave given</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Leave given by</source>
            <translation>授权人</translation>
        </message>
        <message>
            <source>Leave given, drawers opened, lines removed, refunds and changed prices will stand here.</source>
            <translation>授权、空开钱箱、删除商品、退货和改价都会记录在这里。</translation>
        </message>
        <message>
            <source>Leave refused</source>
            <translation>授权被拒</translation>
        </message>
        <message>
            <source>Left of it after refunds</source>
            <translation>退货后净额</translation>
        </message>
        <message>
            <source>Line removed</source>
            <translation>删除商品</translation>
        </message>
        <message>
            <source>Lines removed</source>
            <translation>删除商品</translation>
        </message>
        <message>
            <source>Log of actions</source>
            <translation>操作日志</translation>
        </message>
        <message>
            <source>Looking through every sale ...</source>
            <translation>正在逐笔检查…</translation>
        </message>
        <message>
            <source>Lots expired or expiring in 14 days: {count}</source>
            <translation>已过期或 14 天内到期的批次：{count}</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>低库存</translation>
        </message>
        <message>
            <source>Low on stock: {count}</source>
            <translation>库存偏低：{count}</translation>
        </message>
        <message>
            <source>Low stock</source>
            <translation>库存偏低</translation>
        </message>
        <message>
            <source>Margin without tax</source>
            <translation>不含税毛利</translation>
        </message>
        <message>
            <source>May lower prices alone by (%)</source>
            <translation>可独自降价（%）</translation>
        </message>
        <message>
            <source>May refund alone up to</source>
            <translation>可独自退款至</translation>
        </message>
        <message>
            <source>Mean of {count}: {value}</source>
            <translation>近 {count} 周均值：{value}</translation>
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
            <source>Members' share of takings</source>
            <translation>会员营业额占比</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Money and tax</source>
            <translation>货币与税</translation>
        </message>
        <message>
            <source>More</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Most printers have 203; if the label comes out too small, try 300.</source>
            <translation>多数打印机是 203；如果标签打出来偏小，请试 300。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name (box, carton)</source>
            <translation>名称（盒、箱）</translation>
        </message>
        <message>
            <source>Name of the page</source>
            <translation>页名</translation>
        </message>
        <message>
            <source>Name of the stock-take</source>
            <translation>盘点名称</translation>
        </message>
        <message>
            <source>Name or code</source>
            <translation>名称或条码</translation>
        </message>
        <message>
            <source>Name or pinyin</source>
            <translation>姓名或拼音</translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation>名称、编号或电话</translation>
        </message>
        <message>
            <source>Name, initials or code</source>
            <translation>名称 / 首字母 / 条码</translation>
        </message>
        <message>
            <source>Name, pinyin, code, brand or supplier</source>
            <translation>名称 / 拼音 / 条码 / 品牌 / 供应商</translation>
        </message>
        <message>
            <source>New delivery</source>
            <translation>新建进货</translation>
        </message>
        <message>
            <source>New page</source>
            <translation>新增一页</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新增员工</translation>
        </message>
        <message>
            <source>New price</source>
            <translation>新售价</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新增商品</translation>
        </message>
        <message>
            <source>New stock-take</source>
            <translation>新建盘点</translation>
        </message>
        <message>
            <source>New supplier</source>
            <translation>新建供应商</translation>
        </message>
        <message>
            <source>New unit</source>
            <translation>新单位</translation>
        </message>
        <message>
            <source>No barcode</source>
            <translation>无条码</translation>
        </message>
        <message>
            <source>No cost</source>
            <translation>无进价</translation>
        </message>
        <message>
            <source>No delivery yet</source>
            <translation>还没有进货</translation>
        </message>
        <message>
            <source>No family</source>
            <translation>未归品类</translation>
        </message>
        <message>
            <source>No goods yet</source>
            <translation>还没有商品</translation>
        </message>
        <message>
            <source>No price</source>
            <translation>无售价</translation>
        </message>
        <message>
            <source>No quick keys yet</source>
            <translation>还没有快捷键</translation>
        </message>
        <message>
            <source>No sales a week before</source>
            <translation>上周同日没有销售</translation>
        </message>
        <message>
            <source>No sales on these days</source>
            <translation>这些日期没有销售</translation>
        </message>
        <message>
            <source>No settings</source>
            <translation>没有设置项</translation>
        </message>
        <message>
            <source>No shelf label is due: all say what the till asks.</source>
            <translation>没有待打印的货架标签：标签都与收银价一致。</translation>
        </message>
        <message>
            <source>No shifts on these days</source>
            <translation>这些日期没有班次</translation>
        </message>
        <message>
            <source>No stock-take yet</source>
            <translation>还没有盘点</translation>
        </message>
        <message>
            <source>No suppliers yet</source>
            <translation>还没有供应商</translation>
        </message>
        <message>
            <source>No tax</source>
            <translation>不计税</translation>
        </message>
        <message>
            <source>Nobody changed it yet</source>
            <translation>还没有人改过</translation>
        </message>
        <message>
            <source>Nobody has tried yet whether a backup comes back.</source>
            <translation>还没有演练过备份能不能恢复。</translation>
        </message>
        <message>
            <source>Nobody is called that</source>
            <translation>没有这个名字的员工</translation>
        </message>
        <message>
            <source>Nobody sold on these days</source>
            <translation>这些日期没有人收银</translation>
        </message>
        <message>
            <source>None is set up</source>
            <translation>还没有设置</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing expires soon</source>
            <translation>近期没有临期商品</translation>
        </message>
        <message>
            <source>Nothing is known under {code}.</source>
            <translation>没有找到 {code}。</translation>
        </message>
        <message>
            <source>Nothing moved yet</source>
            <translation>还没有库存变动</translation>
        </message>
        <message>
            <source>Nothing of this kind on these days</source>
            <translation>这些日期没有此类操作</translation>
        </message>
        <message>
            <source>Nothing was found. A printer on the network is looked for by its own button.</source>
            <translation>没有找到设备。网络打印机请用单独的按钮查找。</translation>
        </message>
        <message>
            <source>Nothing was imported yet</source>
            <translation>还没有导入过</translation>
        </message>
        <message>
            <source>Nothing was written off</source>
            <translation>还没有报损</translation>
        </message>
        <message>
            <source>Number of sales</source>
            <translation>销售笔数</translation>
        </message>
        <message>
            <source>Number, time, member, article or amount</source>
            <translation>单号、时间、会员、商品或金额</translation>
        </message>
        <message>
            <source>Of goods that come without one. Ask your tax office if you are unsure.</source>
            <translation>用于没有注明税率的商品。不确定时请咨询税务部门。</translation>
        </message>
        <message>
            <source>Of the shelf price. Empty: another price always asks for an owner's PIN.</source>
            <translation>按货架价计算。留空：改价一律需要店主密码。</translation>
        </message>
        <message>
            <source>On another disk than the data: good.</source>
            <translation>与数据不在同一块磁盘：很好。</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现有库存</translation>
        </message>
        <message>
            <source>One piece</source>
            <translation>单件</translation>
        </message>
        <message>
            <source>Opening it again ...</source>
            <translation>正在重新打开…</translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Order again at</source>
            <translation>库存下限</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Out of stock</source>
            <translation>缺货</translation>
        </message>
        <message>
            <source>Out of stock: {count}</source>
            <translation>缺货商品：{count}</translation>
        </message>
        <message>
            <source>Own words on the key</source>
            <translation>按键上的文字</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Page {number}</source>
            <translation>第 {number} 页</translation>
        </message>
        <message>
            <source>Page ▶</source>
            <translation>后移 ▶</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸宽</translation>
        </message>
        <message>
            <source>Paper width</source>
            <translation>纸宽</translation>
        </message>
        <message>
            <source>Papers in doubt: {count}. The till asks about them (F10).</source>
            <translation>打印结果不明的单据：{count} 张，收银台按 F10 处理。</translation>
        </message>
        <message>
            <source>Partly back</source>
            <translation>部分退货</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Please choose an article first.</source>
            <translation>请先选择商品。</translation>
        </message>
        <message>
            <source>Please fill in both.</source>
            <translation>两项都要填写。</translation>
        </message>
        <message>
            <source>Please give a number from {least} to {most}.</source>
            <translation>请输入 {least} 到 {most} 之间的数。</translation>
        </message>
        <message>
            <source>Please type a price.</source>
            <translation>请输入售价。</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Price changed</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Price changes</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Prices and units</source>
            <translation>售价与单位</translation>
        </message>
        <message>
            <source>Printed again</source>
            <translation>补打记录</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Printer and drawer</source>
            <translation>打印机与钱箱</translation>
        </message>
        <message>
            <source>Private: never named in messages</source>
            <translation>私密商品：消息中不提及</translation>
        </message>
        <message>
            <source>Put back on sale</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Quick keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Receipt printer</source>
            <translation>小票打印机</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>退货金额</translation>
        </message>
        <message>
            <source>Refunds</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Refunds of it</source>
            <translation>退货单</translation>
        </message>
        <message>
            <source>Refunds: {count}</source>
            <translation>退货 {count} 笔</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove page</source>
            <translation>删除此页</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>抹零</translation>
        </message>
        <message>
            <source>Rounding of cash</source>
            <translation>现金抹零</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales to members: {count}</source>
            <translation>会员消费 {count} 笔</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved. It holds from the next paper on.</source>
            <translation>已保存，从下一张纸起生效。</translation>
        </message>
        <message>
            <source>Saved. Receipts are printed like that half from now on.</source>
            <translation>已保存。今后小票按那一半的方式打印。</translation>
        </message>
        <message>
            <source>Scale labels</source>
            <translation>秤码</translation>
        </message>
        <message>
            <source>Scan or type a code, then Enter</source>
            <translation>扫码或输入后按回车</translation>
        </message>
        <message>
            <source>Scan something, make a product by hand, or bring the old till's file.</source>
            <translation>扫一件商品，手工新增，或导入旧系统的文件。</translation>
        </message>
        <message>
            <source>Scan the first article of a delivery, or press New delivery.</source>
            <translation>扫描到货的第一件商品，或按“新建进货”。</translation>
        </message>
        <message>
            <source>Scan what is broken or expired, or press Write off.</source>
            <translation>扫描破损或过期的商品，或按“报损”。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <source>Search: words, pinyin or key</source>
            <translation>搜索：文字、拼音或键名</translation>
        </message>
        <message>
            <source>Security</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Selling goes on while you count: what is sold meanwhile is no difference.</source>
            <translation>盘点时照常营业：期间卖出的商品不算差异。</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>退给供应商</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>退给供应商</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>开店设置</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>零售价</translation>
        </message>
        <message>
            <source>Shelf or zone</source>
            <translation>货位</translation>
        </message>
        <message>
            <source>Shift closed</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>Short number (PLU)</source>
            <translation>货号（PLU）</translation>
        </message>
        <message>
            <source>Six to twelve digits, not 123456 or a birthday. Only its owner should know it.</source>
            <translation>六到十二位数字，不要用 123456 或生日。只有本人应该知道。</translation>
        </message>
        <message>
            <source>Size of one label</source>
            <translation>单张标签尺寸</translation>
        </message>
        <message>
            <source>Size or content</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Smallest coin</source>
            <translation>最小硬币</translation>
        </message>
        <message>
            <source>Sold as</source>
            <translation>销售单位</translation>
        </message>
        <message>
            <source>Sold as (bottle, bag)</source>
            <translation>单位（瓶、袋）</translation>
        </message>
        <message>
            <source>Sold by weight, price per kg</source>
            <translation>称重商品，按公斤计价</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>Steps of the set-up not done: {count}</source>
            <translation>开店设置未完成：{count} 步</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock-take</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Stolen or lost</source>
            <translation>被盗或丢失</translation>
        </message>
        <message>
            <source>Stopped. Older backups are untouched.</source>
            <translation>已停止。以前的备份没有变动。</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Table as text (.csv)</source>
            <translation>文本表格 (.csv)</translation>
        </message>
        <message>
            <source>Take all of them out</source>
            <translation>全部下架</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>选定</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>下架</translation>
        </message>
        <message>
            <source>Take {count} goods out of the catalogue? What was sold stays in the books.</source>
            <translation>确定下架 {count} 种商品吗？已有的销售记录不受影响。</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>扣回</translation>
        </message>
        <message>
            <source>Taken out</source>
            <translation>已下架</translation>
        </message>
        <message>
            <source>Takings, refunds off</source>
            <translation>营业额（减退货）</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>税号</translation>
        </message>
        <message>
            <source>Taxes</source>
            <translation>税</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>The backup is good: written, opened again and checked, {size} in {seconds} s.</source>
            <translation>备份成功：已写入、重新打开并检查，{size}，用时 {seconds} 秒。</translation>
        </message>
        <message>
            <source>The backups lie on the same disk as the shop's data: if the disk breaks, both are lost. Plug in a stick or choose a share.</source>
            <translation>备份和店铺数据在同一块磁盘上：磁盘坏了两样都会丢失。请插上 U 盘或选择共享文件夹。</translation>
        </message>
        <message>
            <source>The barcode {name} names nothing any more.</source>
            <translation>条码 {name} 已停用。</translation>
        </message>
        <message>
            <source>The barcode {name} was added.</source>
            <translation>已添加条码 {name}。</translation>
        </message>
        <message>
            <source>The block that reads well</source>
            <translation>哪段文字清楚</translation>
        </message>
        <message>
            <source>The data file was looked at on {when} and is whole.</source>
            <translation>数据文件于 {when} 检查，完好。</translation>
        </message>
        <message>
            <source>The data file was looked through on {when}: {findings} findings. `main.py verify` names them.</source>
            <translation>数据文件于 {when} 全面检查：发现 {findings} 处问题。`main.py verify` 会逐条列出。</translation>
        </message>
        <message>
            <source>The drawer should open now. It is noted as opened without a sale.</source>
            <translation>钱箱应当打开了。已记为空开钱箱。</translation>
        </message>
        <message>
            <source>The key is on the paper. Put it in a safe now, not beside the till.</source>
            <translation>密钥已打印。请马上放进保险柜，不要放在收银台旁。</translation>
        </message>
        <message>
            <source>The key of the backups was never printed.</source>
            <translation>备份密钥还没有打印过。</translation>
        </message>
        <message>
            <source>The label printer took the label.</source>
            <translation>标签打印机已收到标签。</translation>
        </message>
        <message>
            <source>The label printer took {count} labels.</source>
            <translation>标签打印机已收到 {count} 张标签。</translation>
        </message>
        <message>
            <source>The last good backup is too old: {time}</source>
            <translation>最近一次可用备份已太久：{time}</translation>
        </message>
        <message>
            <source>The list of labels is empty now.</source>
            <translation>标签列表已清空。</translation>
        </message>
        <message>
            <source>The page “{name}” was removed.</source>
            <translation>已删除页“{name}”。</translation>
        </message>
        <message>
            <source>The planned price will not begin; {name} stays.</source>
            <translation>排期价已取消，届时仍为 {name}。</translation>
        </message>
        <message>
            <source>The price {name} holds from now on.</source>
            <translation>售价 {name} 即刻生效。</translation>
        </message>
        <message>
            <source>The price {name} is planned.</source>
            <translation>售价 {name} 已排期。</translation>
        </message>
        <message>
            <source>The printer's own letters (upper half)</source>
            <translation>打印机自带字库（上半页）</translation>
        </message>
        <message>
            <source>The recovery key is on no paper yet. Without it nobody can open a backup once this computer is lost.</source>
            <translation>恢复密钥还没有打印或抄写。没有它，电脑丢失后谁也打不开备份。</translation>
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>The shop</source>
            <translation>店铺</translation>
        </message>
        <message>
            <source>The test page is on its way. Look at the paper, then say which half reads well.</source>
            <translation>测试页已发送。请看纸，再选哪一半清楚。</translation>
        </message>
        <message>
            <source>The test page shows both, one half each.</source>
            <translation>测试页上下各用一种方式。</translation>
        </message>
        <message>
            <source>Then missing paper is noticed before a receipt is sent. Off if nothing prints.</source>
            <translation>开启后，发送小票前就能发现缺纸。如果打不出来请关闭。</translation>
        </message>
        <message>
            <source>There is no good backup of this till yet.</source>
            <translation>本机还没有可用的备份。</translation>
        </message>
        <message>
            <source>There is nothing to print. Scan goods, or take those that are due.</source>
            <translation>没有要打印的标签。请扫描商品，或选入待打印的。</translation>
        </message>
        <message>
            <source>These labels are due again.</source>
            <translation>这些标签又列为待打印。</translation>
        </message>
        <message>
            <source>This folder is not there now. Plug in the stick or connect the share.</source>
            <translation>现在找不到这个文件夹。请插上 U 盘或连接共享文件夹。</translation>
        </message>
        <message>
            <source>This is no address of a printer. Take one from the list, or write tcp:HOST:PORT.</source>
            <translation>这不是打印机地址。请从列表选择，或写 tcp:主机:端口。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Those who bring your goods; a delivery names one of them.</source>
            <translation>给店里供货的商家；进货时可以选择。</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银台</translation>
        </message>
        <message>
            <source>To print (.pdf)</source>
            <translation>打印版 (.pdf)</translation>
        </message>
        <message>
            <source>To the nearest coin</source>
            <translation>四舍五入到硬币</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Typed at the till, or printed by the scale.</source>
            <translation>收银台手输，或由电子秤打印。</translation>
        </message>
        <message>
            <source>Unknown codes cleared</source>
            <translation>清除未知条码</translation>
        </message>
        <message>
            <source>Used in the shop</source>
            <translation>店内自用</translation>
        </message>
        <message>
            <source>Usual rate</source>
            <translation>常用税率</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Waste</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>盘点范围</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>基本信息</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Where it belongs</source>
            <translation>归类</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>打印机地址</translation>
        </message>
        <message>
            <source>Which article?</source>
            <translation>选择商品</translation>
        </message>
        <message>
            <source>White</source>
            <translation>白</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>取整元</translation>
        </message>
        <message>
            <source>With it come its decimals, its smallest coin and the notes offered at paying.</source>
            <translation>随之确定小数位数、最小硬币和收款时提供的钞票面额。</translation>
        </message>
        <message>
            <source>Without a cost</source>
            <translation>无成本</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Write-offs</source>
            <translation>报损与更正</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黄</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Your code for it</source>
            <translation>自编编号</translation>
        </message>
        <message>
            <source>a code of {count} characters (Code 128 or another kind)</source>
            <translation>{count} 个字符的条码（Code 128 或其他）</translation>
        </message>
        <message>
            <source>a label of the scale, article {plu}</source>
            <translation>电子秤标签，商品编号 {plu}</translation>
        </message>
        <message>
            <source>can be used</source>
            <translation>可以使用</translation>
        </message>
        <message>
            <source>down by %</source>
            <translation>下调 %</translation>
        </message>
        <message>
            <source>during the pause after wrong PINs</source>
            <translation>PIN 连续错误后的暂停期间</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>given {given}, change {change}</source>
            <translation>收 {given}，找零 {change}</translation>
        </message>
        <message>
            <source>not booked yet</source>
            <translation>未入账</translation>
        </message>
        <message>
            <source>nothing to choose: it types its codes as a keyboard does</source>
            <translation>无需选择：它像键盘一样输入条码</translation>
        </message>
        <message>
            <source>odd</source>
            <translation>偏多</translation>
        </message>
        <message>
            <source>over {amount}</source>
            <translation>长款 {amount}</translation>
        </message>
        <message>
            <source>short {amount}</source>
            <translation>短款 {amount}</translation>
        </message>
        <message>
            <source>still open</source>
            <translation>未交班</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>已冲销</translation>
        </message>
        <message>
            <source>takes back</source>
            <translation>冲销单</translation>
        </message>
        <message>
            <source>to change a price</source>
            <translation>申请改价</translation>
        </message>
        <message>
            <source>to close another's shift</source>
            <translation>申请替他人交班</translation>
        </message>
        <message>
            <source>to give a first price</source>
            <translation>申请首次定价</translation>
        </message>
        <message>
            <source>to open the drawer</source>
            <translation>申请开钱箱</translation>
        </message>
        <message>
            <source>to refund above the limit</source>
            <translation>申请超额退货</translation>
        </message>
        <message>
            <source>up by %</source>
            <translation>上调 %</translation>
        </message>
        <message>
            <source>wrong PIN</source>
            <translation>PIN 错误</translation>
        </message>
        <message>
            <source>{amount} came in</source>
            <translation>实收 {amount}</translation>
        </message>
        <message>
            <source>{begins} to {until}</source>
            <translation>{begins} 至 {until}</translation>
        </message>
        <message>
            <source>{count} digits, but the check digit is wrong</source>
            <translation>{count} 位数字，但校验位不对</translation>
        </message>
        <message>
            <source>{count} goods are as they were.</source>
            <translation>{count} 种商品已恢复原样。</translation>
        </message>
        <message>
            <source>{count} goods are selected</source>
            <translation>已选 {count} 种商品</translation>
        </message>
        <message>
            <source>{count} goods have no barcode and got no label, the first is “{name}”.</source>
            <translation>{count} 种商品没有条码，未生成标签，第一种是“{name}”。</translation>
        </message>
        <message>
            <source>{count} goods have no price and got no label, the first is “{name}”.</source>
            <translation>{count} 种商品没有价格，未生成标签，第一种是“{name}”。</translation>
        </message>
        <message>
            <source>{count} goods were changed, {failed} could not be: {reason}</source>
            <translation>已修改 {count} 种商品，{failed} 种未能修改：{reason}</translation>
        </message>
        <message>
            <source>{count} goods were changed.</source>
            <translation>已修改 {count} 种商品。</translation>
        </message>
        <message>
            <source>{count} labels are in {file}. Print it at 100 %, not fitted to the page.</source>
            <translation>{count} 张标签已存入 {file}。打印时请选 100%，不要“适合页面”。</translation>
        </message>
        <message>
            <source>{count} on A4, {width} x {height} mm</source>
            <translation>A4 {count} 张，{width} x {height} 毫米</translation>
        </message>
        <message>
            <source>{count} prices change</source>
            <translation>{count} 个售价将改变</translation>
        </message>
        <message>
            <source>{count} prices change, {below} below cost</source>
            <translation>{count} 个售价将改变，其中 {below} 个低于进价</translation>
        </message>
        <message>
            <source>{count} taken out of the catalogue, the first is “{name}”.</source>
            <translation>已下架 {count} 种商品，第一种是“{name}”。</translation>
        </message>
        <message>
            <source>{day} before: {value}</source>
            <translation>上{day}：{value}</translation>
        </message>
        <message>
            <source>{day}, beside {before}</source>
            <translation>{day}，对比 {before}</translation>
        </message>
        <message>
            <source>{day}, replaced</source>
            <translation>{day}，已被替换</translation>
        </message>
        <message>
            <source>{day}, until {time}, beside {before} until the same time</source>
            <translation>{day} 截至 {time}，对比 {before} 同一时刻</translation>
        </message>
        <message>
            <source>{name} can sign in no more.</source>
            <translation>{name} 不能再登录。</translation>
        </message>
        <message>
            <source>{name} can sign in now.</source>
            <translation>{name} 现在可以登录。</translation>
        </message>
        <message>
            <source>{name} has a new PIN.</source>
            <translation>{name} 已有新密码。</translation>
        </message>
        <message>
            <source>{name} is saved.</source>
            <translation>{name} 已保存。</translation>
        </message>
        <message>
            <source>{name} is the label printer now. Print a test label.</source>
            <translation>{name} 已设为标签打印机。请打印测试标签。</translation>
        </message>
        <message>
            <source>{name} is the receipt printer now. Print a test page.</source>
            <translation>{name} 已设为小票打印机。请打印测试页。</translation>
        </message>
        <message>
            <source>{quantity} came back</source>
            <translation>已退 {quantity}</translation>
        </message>
        <message>
            <source>{rate}, cost known: {known}</source>
            <translation>{rate}，成本已知 {known}</translation>
        </message>
        <message>
            <source>{setting}: {value}.</source>
            <translation>{setting}：{value}。</translation>
        </message>
        <message>
            <source>{unit} of {factor}</source>
            <translation>{unit}（含 {factor}）</translation>
        </message>
        <message>
            <source>{when}: it did not come back. {trouble}</source>
            <translation>{when}：没有恢复成功。{trouble}</translation>
        </message>
        <message>
            <source>{when}: the backup of {made} came back in {seconds} s with {sales} sales. A restore would work.</source>
            <translation>{when}：{made} 的备份用 {seconds} 秒恢复，共 {sales} 笔销售。可以放心恢复。</translation>
        </message>
        <message>
            <source>{when}: the backup of {made} came back, but has {findings} findings. `main.py verify` names them.</source>
            <translation>{when}：{made} 的备份恢复了，但发现 {findings} 处问题。`main.py verify` 会逐条列出。</translation>
        </message>
        <message>
            <source>“{code}” is not in the catalogue.</source>
            <translation>商品资料里没有“{code}”。</translation>
        </message>
        <message>
            <source>“{name}” is in the catalogue.</source>
            <translation>“{name}”已加入商品资料。</translation>
        </message>
        <message>
            <source>“{name}” is no quick key any more.</source>
            <translation>“{name}”已不再是快捷键。</translation>
        </message>
        <message>
            <source>“{name}” is saved.</source>
            <translation>“{name}”已保存。</translation>
        </message>
        <message>
            <source>◀ Page</source>
            <translation>◀ 前移</translation>
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
            <source>%</source>
            <translation>%</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>58 mm (32 columns)</source>
            <translation>58 毫米（32 列）</translation>
        </message>
        <message>
            <source>80 mm (48 columns)</source>
            <translation>80 毫米（48 列）</translation>
        </message>
        <message>
            <source>A cash drawer hangs on the printer</source>
            <translation>打印机上接有钱箱</translation>
        </message>
        <message>
            <source>After so many wrong PINs there is a pause. Fewer is safer, more is kinder to busy fingers.</source>
            <translation>密码错这么多次后暂停。次数少更安全，次数多更宽容。</translation>
        </message>
        <message>
            <source>As the computer has it</source>
            <translation>跟随电脑</translation>
        </message>
        <message>
            <source>Banknotes offered when paying</source>
            <translation>收款时的快捷面额</translation>
        </message>
        <message>
            <source>Barcodes that begin with these digits are read as labels of the scale, with weight or amount inside.</source>
            <translation>以这些数字开头的条码按电子秤标签识别，里面含重量或金额。</translation>
        </message>
        <message>
            <source>Cash rounding: nearest, down or up</source>
            <translation>现金抹零方式：四舍五入、舍去或进位</translation>
        </message>
        <message>
            <source>Cash totals are rounded to this coin from the next sale on; cards and wallets pay the exact sum.</source>
            <translation>从下一笔起现金合计抹零到此硬币；刷卡和扫码支付按实际金额。</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Colours of the screens</source>
            <translation>屏幕颜色</translation>
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
            <source>Dark</source>
            <translation>深色</translation>
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
            <source>Down</source>
            <translation>抹去</translation>
        </message>
        <message>
            <source>Drawn as a picture (raster)</source>
            <translation>图像打印 (raster)</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
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
            <source>How fine the label printer prints; it stands on its nameplate. The wrong one makes labels too large.</source>
            <translation>标签打印机的精度，铭牌上有写。选错会使标签大小不对。</translation>
        </message>
        <message>
            <source>How long points earned from now on can be used; those earned before keep their date.</source>
            <translation>今后获得的积分多久有效；以前的积分保持原来的期限。</translation>
        </message>
        <message>
            <source>How long the first pause after wrong PINs lasts; each further one is twice as long, at most an hour.</source>
            <translation>密码错误后第一次暂停的时长；之后每次加倍，最多一小时。</translation>
        </message>
        <message>
            <source>How many decimals an amount has. It cannot change once something was sold.</source>
            <translation>金额的小数位数。有销售之后不能再改。</translation>
        </message>
        <message>
            <source>How many digits of a scale's barcode are the article number; it stands in the booklet of the scale.</source>
            <translation>秤码中有几位是商品编号，见电子秤说明书。</translation>
        </message>
        <message>
            <source>How many of the newest backups stay; more need more room in the folder.</source>
            <translation>保留多少份最新的备份；越多占用的空间越大。</translation>
        </message>
        <message>
            <source>How many points a member earns for each step of what they paid, from the next sale on; 0 gives none.</source>
            <translation>会员每满一档消费得多少积分，从下一笔起生效；0 为不积分。</translation>
        </message>
        <message>
            <source>How often a backup is made while the till runs: at most so many hours of work can be lost.</source>
            <translation>收银台运行时多久备份一次：最多只会丢失这么多小时的数据。</translation>
        </message>
        <message>
            <source>How the printer gets Chinese</source>
            <translation>打印机的中文方式</translation>
        </message>
        <message>
            <source>How wide the paper roll is. The wrong width breaks lines too early or cuts them off.</source>
            <translation>纸卷的宽度。选错会过早换行或者印到纸外。</translation>
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
            <source>Larger words for tired eyes or far screens; lists then show fewer rows. It changes at once.</source>
            <translation>眼睛累或屏幕远时用大字；列表显示的行数会减少。立即生效。</translation>
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
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Light or dark screens, or as the computer has it. It changes at once.</source>
            <translation>浅色或深色界面，或跟随电脑。立即生效。</translation>
        </message>
        <message>
            <source>More change than this note is asked about once more, since it is mostly a slip of the finger.</source>
            <translation>找零超过这张钞票时会再问一次，因为多半是手误。</translation>
        </message>
        <message>
            <source>Newest backups to keep, beside daily, weekly and monthly ones</source>
            <translation>保留最新备份的份数（另按日、周、月各保留）</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Paper width in columns (58 mm: 32, 80 mm: 48)</source>
            <translation>纸宽（列数，58 毫米为 32，80 毫米为 48）</translation>
        </message>
        <message>
            <source>Phone numbers of members without a country code are read as numbers of this country.</source>
            <translation>没有国家区号的会员电话按这个国家识别。</translation>
        </message>
        <message>
            <source>Points earned for each step of what was paid</source>
            <translation>每满一档得多少积分</translation>
        </message>
        <message>
            <source>Printed at the end of every receipt, as opening hours or thanks; papers printed before stay as they are.</source>
            <translation>印在每张小票末尾，如营业时间或感谢语；已经打印的不受影响。</translation>
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
            <source>Sales before this hour of the night still count to the day before, in every report from now on.</source>
            <translation>凌晨此时刻之前的销售仍算前一天，对之后的所有报表生效。</translation>
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
            <translation>屏幕文字大小（百分比）</translation>
        </message>
        <message>
            <source>Step of what was paid that earns points</source>
            <translation>得积分的一档是多少实付金额</translation>
        </message>
        <message>
            <source>Steps of the set-up that the owner called settled</source>
            <translation>店主已确认的开店步骤</translation>
        </message>
        <message>
            <source>Take the way whose block of the test page reads well: the printer's font is faster, drawing always works.</source>
            <translation>测试页上哪段清楚就选哪种：打印机字库更快，图像打印总能用。</translation>
        </message>
        <message>
            <source>The amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>The clock of the shop. Receipts and reports from now on show times of this zone.</source>
            <translation>店里的时钟。之后的小票和报表按此时区显示时间。</translation>
        </message>
        <message>
            <source>The label printer answers questions about its state</source>
            <translation>标签打印机能回答自身状态</translation>
        </message>
        <message>
            <source>The language of every paper for customers, whatever the screens speak.</source>
            <translation>给顾客的所有纸张使用的语言，与界面语言无关。</translation>
        </message>
        <message>
            <source>The language of this till's screens. It changes at once; receipts have a setting of their own.</source>
            <translation>本收银台的界面语言，立即生效；小票语言另有设置。</translation>
        </message>
        <message>
            <source>The money of the shop. It cannot change once something was sold, since all amounts are stored in it.</source>
            <translation>店里使用的货币。所有金额都按它保存，有销售之后不能再改。</translation>
        </message>
        <message>
            <source>The notes offered as buttons when a customer pays in cash, in whole units with commas between.</source>
            <translation>现金收款时作为按钮提供的钞票面额，整数，用逗号隔开。</translation>
        </message>
        <message>
            <source>The printer answers questions about its state</source>
            <translation>打印机会应答状态查询</translation>
        </message>
        <message>
            <source>The printer's own font (gb18030)</source>
            <translation>打印机字库 (gb18030)</translation>
        </message>
        <message>
            <source>The size of the labels on the roll. Printing with another size runs over the edge.</source>
            <translation>标签卷上标签的尺寸。尺寸不对会印到边外。</translation>
        </message>
        <message>
            <source>The space between two labels, by which the printer finds where the next one begins.</source>
            <translation>两张标签之间的间隙，打印机靠它找到下一张的开头。</translation>
        </message>
        <message>
            <source>The sum that earns points once. A smaller step gives more points, from the next sale on.</source>
            <translation>消费多少算一档。档越小积分越多，从下一笔起生效。</translation>
        </message>
        <message>
            <source>The weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>To the nearest</source>
            <translation>四舍五入</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>进位</translation>
        </message>
        <message>
            <source>Up to this sum a cashier gives back alone; above it an owner's PIN is asked. A person can have an own limit.</source>
            <translation>收银员可独自退款到此金额，超过需要店主密码。每位员工可以有自己的额度。</translation>
        </message>
        <message>
            <source>Warn when the last good backup is older than (hours)</source>
            <translation>最近一次完好备份超过多少小时后提醒</translation>
        </message>
        <message>
            <source>What the scale prints into its barcodes. The wrong choice sells at a wrong price: scan one to check.</source>
            <translation>电子秤在条码里写的是什么。选错会卖错价：请扫一张核对。</translation>
        </message>
        <message>
            <source>When no backup has succeeded for so long, the till and the owner's home say so.</source>
            <translation>这么久没有成功备份时，收银台和店主首页会提醒。</translation>
        </message>
        <message>
            <source>Where backups go from the next one on. Another disk, a stick or a share also survives the loss of the PC.</source>
            <translation>从下一次起备份放在哪里。放到另一块硬盘、U 盘或共享文件夹，电脑丢了也不怕。</translation>
        </message>
        <message>
            <source>Where labels are printed from the next one on. Empty: labels are only made as sheets (PDF).</source>
            <translation>从下一张起标签在哪里打印。留空：只生成整页标签（PDF）。</translation>
        </message>
        <message>
            <source>Where receipts are printed from the next one on. Empty: sales go on without paper.</source>
            <translation>从下一张起小票在哪里打印。留空：照常收银，不出纸。</translation>
        </message>
        <message>
            <source>Which steps of the set-up were called settled. Emptying it shows them as open again; nothing else changes.</source>
            <translation>哪些开店步骤已确认。清空后会重新显示为未完成，其他不变。</translation>
        </message>
        <message>
            <source>Which way cash totals go when they lie between two coins.</source>
            <translation>现金合计落在两个硬币之间时往哪边取。</translation>
        </message>
        <message>
            <source>With yes a scale label with a wrong check digit is refused; some scales never print a right one.</source>
            <translation>选“是”则拒绝校验位错误的秤码；有些电子秤从不打印正确的校验位。</translation>
        </message>
        <message>
            <source>With yes the drawer opens when cash is taken or given. Without a drawer, choose no.</source>
            <translation>选“是”则收付现金时打开钱箱。没有钱箱请选“否”。</translation>
        </message>
        <message>
            <source>With yes the till asks the label printer for its state first; some never answer.</source>
            <translation>选“是”则先询问标签打印机的状态；有些从不回答。</translation>
        </message>
        <message>
            <source>With yes the till asks the printer for paper and cover before printing; some printers never answer.</source>
            <translation>选“是”则打印前询问打印机有没有纸、盖子是否关好；有些打印机从不回答。</translation>
        </message>
        <message>
            <source>Words at the foot of the receipt</source>
            <translation>小票底部文字</translation>
        </message>
        <message>
            <source>Wrong PINs before a pause</source>
            <translation>输错几次 PIN 后暂停</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <source>digits</source>
            <translation>位</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>毫米</translation>
        </message>
        <message>
            <source>o'clock</source>
            <translation>点</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
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
