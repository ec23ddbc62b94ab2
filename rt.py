import json,collections
ev=json.load(open('/tmp/galley/perfkey/letters.trace.json'))
c=collections.defaultdict(lambda:[0,0.0])
for e in ev:
    if e['name']=='RasterTask' and e['ph']=='X':
        t=e['args'].get('tileData',{}); r=c[t.get('layerId')]; r[0]+=1; r[1]+=e.get('tdur',e['dur'])/1000
print(sorted(((k,v[0],round(v[1])) for k,v in c.items()),key=lambda x:-x[2])[:12])
d=collections.Counter()
for e in ev:
    if e['name']=='UpdateLayer': d[str(e['args'])[:150]]+=1
print(d.most_common(10))
p=collections.Counter()
for e in ev:
    if e['name']=='Paint' and e['ph']=='X':
        a=e['args']['data']; p[(a.get('nodeName'),a.get('layerId'),str(a.get('clip')))]+=1
for k,v in p.most_common(12): print(v,k)
