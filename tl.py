import json,sys
ev=json.load(open(sys.argv[1])); ev=ev if isinstance(ev,list) else ev['traceEvents']
import collections
th=collections.defaultdict(list)
for e in ev:
    if e.get('ph')=='X' and 'dur' in e: th[(e['pid'],e['tid'])].append(e)
best=max(th.items(), key=lambda kv: sum(1 for e in kv[1] if e['name']=='EventDispatch'))
l=sorted(best[1],key=lambda e:(e['ts'],-e['dur']))
keys=[e for e in l if e['name']=='EventDispatch' and e['args']['data'].get('type')=='keydown']
k=int(sys.argv[2]); t0=keys[k]['ts']; t1=keys[k+1]['ts']
st=[]
for e in l:
    if e['ts']+e['dur']<t0 or e['ts']>t1: continue
    while st and st[-1]['ts']+st[-1]['dur']<=e['ts']: st.pop()
    if e['dur']>500:
        x=e['args'].get('data',{}) if isinstance(e.get('args'),dict) else {}
        print('%8.1f %s%-30s %7.1f  %s'%((e['ts']-t0)/1000,'  '*len(st),e['name'],e['dur']/1000,(x.get('type') or x.get('functionName') or '')+' '+str(x.get('lineNumber',''))+' '+str((e['args'].get('beginData') or {}).get('dirtyObjects','')) + ' '+str(e['args'].get('elementCount',''))))
    st.append(e)
