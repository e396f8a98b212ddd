export default function stop() {}
